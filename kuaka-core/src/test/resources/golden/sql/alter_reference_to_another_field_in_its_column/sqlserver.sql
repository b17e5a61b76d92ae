-- forward
-- must be empty: Table "Van" has rows whose "trailer_id" can't be translated: they refer to no row of "Van". Update or delete them first.
select 1 from Van child where child.trailer_id is not null and not exists (select 1 from Van target where target.id = child.trailer_id);
drop index van_trailer_id_key on Van;
exec sp_rename 'Van.trailer_id', 'kuaka__trailer_id', 'column';
exec sp_rename 'van_trailer_id_fkey', 'van_kuaka__trailer_id_fkey', 'object';
create unique index van_kuaka__trailer_id_key on Van (kuaka__trailer_id) where kuaka__trailer_id is not null;
alter table Van add trailer_id int;
update Van set trailer_id = (select target.plate from Van target where target.id = Van.kuaka__trailer_id) where Van.kuaka__trailer_id is not null;
alter table Van drop constraint van_kuaka__trailer_id_fkey;
drop index van_kuaka__trailer_id_key on Van;
alter table Van drop column kuaka__trailer_id;
create unique index van_trailer_id_key on Van (trailer_id) where trailer_id is not null;
alter table Van add constraint van_trailer_id_fkey foreign key (trailer_id) references Van (plate);

-- back
-- must be empty: Table "Van" has rows whose "trailer_id" can't be translated: they refer to no row of "Van". Update or delete them first.
select 1 from Van child where child.trailer_id is not null and not exists (select 1 from Van target where target.plate = child.trailer_id);
drop index van_trailer_id_key on Van;
exec sp_rename 'Van.trailer_id', 'kuaka__trailer_id', 'column';
exec sp_rename 'van_trailer_id_fkey', 'van_kuaka__trailer_id_fkey', 'object';
create unique index van_kuaka__trailer_id_key on Van (kuaka__trailer_id) where kuaka__trailer_id is not null;
alter table Van add trailer_id bigint;
update Van set trailer_id = (select target.id from Van target where target.plate = Van.kuaka__trailer_id) where Van.kuaka__trailer_id is not null;
alter table Van drop constraint van_kuaka__trailer_id_fkey;
drop index van_kuaka__trailer_id_key on Van;
alter table Van drop column kuaka__trailer_id;
create unique index van_trailer_id_key on Van (trailer_id) where trailer_id is not null;
alter table Van add constraint van_trailer_id_fkey foreign key (trailer_id) references Van (id);
