-- forward
-- must be empty: Table "Van" has rows whose "trailer_id" can't be translated: they refer to no row of "Van". Update or delete them first.
select 1 from Van child where child.trailer_id is not null and not exists (select 1 from Van target where target.id = child.trailer_id);
alter table Van rename column trailer_id to kuaka__trailer_id;
alter table Van rename index van_trailer_id_key to van_kuaka__trailer_id_key;
alter table Van
    drop foreign key van_trailer_id_fkey,
    add constraint van_kuaka__trailer_id_fkey foreign key (kuaka__trailer_id) references Van (id);
alter table Van add column trailer_id integer;
update Van set trailer_id = (select target.plate from Van target where target.id = Van.kuaka__trailer_id) where Van.kuaka__trailer_id is not null;
-- must be empty: Table "Van" has duplicate values in "trailer_id", which would violate "van_trailer_id_key". Fix or delete those rows first.
select 1 from Van child where child.trailer_id is not null group by child.trailer_id having count(*) > 1;
-- must be empty: Table "Van" has values in "trailer_id" without a matching row in "Van", the new target. First fix or delete those rows, or insert the missing ones.
select 1 from Van child where child.trailer_id is not null and not exists (select 1 from Van parent where parent.plate = child.trailer_id);
alter table Van drop foreign key van_kuaka__trailer_id_fkey;
alter table Van
    drop index van_kuaka__trailer_id_key,
    drop column kuaka__trailer_id,
    add constraint van_trailer_id_key unique (trailer_id),
    add constraint van_trailer_id_fkey foreign key (trailer_id) references Van (plate);

-- back
-- must be empty: Table "Van" has rows whose "trailer_id" can't be translated: they refer to no row of "Van". Update or delete them first.
select 1 from Van child where child.trailer_id is not null and not exists (select 1 from Van target where target.plate = child.trailer_id);
alter table Van rename column trailer_id to kuaka__trailer_id;
alter table Van rename index van_trailer_id_key to van_kuaka__trailer_id_key;
alter table Van
    drop foreign key van_trailer_id_fkey,
    add constraint van_kuaka__trailer_id_fkey foreign key (kuaka__trailer_id) references Van (plate);
alter table Van add column trailer_id bigint;
update Van set trailer_id = (select target.id from Van target where target.plate = Van.kuaka__trailer_id) where Van.kuaka__trailer_id is not null;
-- must be empty: Table "Van" has duplicate values in "trailer_id", which would violate "van_trailer_id_key". Fix or delete those rows first.
select 1 from Van child where child.trailer_id is not null group by child.trailer_id having count(*) > 1;
-- must be empty: Table "Van" has values in "trailer_id" without a matching row in "Van", the new target. First fix or delete those rows, or insert the missing ones.
select 1 from Van child where child.trailer_id is not null and not exists (select 1 from Van parent where parent.id = child.trailer_id);
alter table Van drop foreign key van_kuaka__trailer_id_fkey;
alter table Van
    drop index van_kuaka__trailer_id_key,
    drop column kuaka__trailer_id,
    add constraint van_trailer_id_key unique (trailer_id),
    add constraint van_trailer_id_fkey foreign key (trailer_id) references Van (id);
