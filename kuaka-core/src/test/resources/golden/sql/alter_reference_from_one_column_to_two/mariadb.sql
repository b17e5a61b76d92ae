-- forward
-- must be empty: Table "Van" has rows whose "home_id" can't be translated: they refer to no row of "Depot". Update or delete them first.
select 1 from Van child where child.home_id is not null and not exists (select 1 from Depot target where target.id = child.home_id);
alter table Van rename column home_id to kuaka__home_id;
alter table Van rename index van_home_id_fkey to van_kuaka__home_id_fkey;
alter table Van
    drop foreign key van_home_id_fkey,
    add constraint van_kuaka__home_id_fkey foreign key (kuaka__home_id) references Depot (id);
alter table Van
    add column home_zone varchar(9),
    add column home_id integer;
update Van set home_zone = (select target.zone from Depot target where target.id = Van.kuaka__home_id), home_id = (select target.number from Depot target where target.id = Van.kuaka__home_id) where Van.kuaka__home_id is not null;
-- must be empty: Column "home_zone" of table "Van" has rows with null. Fix those rows first.
select 1 from Van where home_zone is null;
-- must be empty: Column "home_id" of table "Van" has rows with null. Fix those rows first.
select 1 from Van where home_id is null;
-- must be empty: Table "Van" has values in "home_zone", "home_id" without a matching row in "Depot", the new target. First fix or delete those rows, or insert the missing ones.
select 1 from Van child where child.home_zone is not null and child.home_id is not null and not exists (select 1 from Depot parent where parent.zone = child.home_zone and parent.number = child.home_id);
alter table Van drop foreign key van_kuaka__home_id_fkey;
drop index van_kuaka__home_id_fkey on Van;
alter table Van
    drop column kuaka__home_id,
    modify column home_zone varchar(9) not null,
    modify column home_id integer not null;
alter table Van add constraint van_home_zone_home_id_fkey foreign key (home_zone, home_id) references Depot (zone, number);

-- back
-- must be empty: Table "Van" has rows whose "home_zone", "home_id" can't be translated: they refer to no row of "Depot". Update or delete them first.
select 1 from Van child where child.home_zone is not null and child.home_id is not null and not exists (select 1 from Depot target where target.zone = child.home_zone and target.number = child.home_id);
alter table Van rename column home_id to kuaka__home_id;
alter table Van rename index van_home_zone_home_id_fkey to van_home_zone_kuaka__home_id_fkey;
alter table Van
    drop foreign key van_home_zone_home_id_fkey,
    add constraint van_home_zone_kuaka__home_id_fkey foreign key (home_zone, kuaka__home_id) references Depot (zone, number);
alter table Van add column home_id bigint;
update Van set home_id = (select target.id from Depot target where target.zone = Van.home_zone and target.number = Van.kuaka__home_id) where Van.home_zone is not null and Van.kuaka__home_id is not null;
-- must be empty: Column "home_id" of table "Van" has rows with null. Fix those rows first.
select 1 from Van where home_id is null;
-- must be empty: Table "Van" has values in "home_id" without a matching row in "Depot", the new target. First fix or delete those rows, or insert the missing ones.
select 1 from Van child where child.home_id is not null and not exists (select 1 from Depot parent where parent.id = child.home_id);
alter table Van drop foreign key van_home_zone_kuaka__home_id_fkey;
drop index van_home_zone_kuaka__home_id_fkey on Van;
alter table Van
    drop column home_zone,
    drop column kuaka__home_id,
    modify column home_id bigint not null;
alter table Van add constraint van_home_id_fkey foreign key (home_id) references Depot (id);
