-- forward
-- must be empty: Table "Van" has rows whose "zone", "number" can't be translated: they refer to no row of "Depot". Update or delete them first.
select 1 from Van child where child.zone is not null and child.number is not null and not exists (select 1 from Depot target where target.zone = child.zone and target.number = child.number);
alter table Van add column place_id bigint;
update Van set place_id = (select target.id from Depot target where target.zone = Van.zone and target.number = Van.number) where Van.zone is not null and Van.number is not null;
-- must be empty: Table "Van" has values in "place_id" without a matching row in "Depot", the new target. First fix or delete those rows, or insert the missing ones.
select 1 from Van child where child.place_id is not null and not exists (select 1 from Depot parent where parent.id = child.place_id);
alter table Van drop foreign key van_zone_number_fkey;
drop index van_zone_number_fkey on Van;
alter table Van
    drop column zone,
    drop column number,
    add constraint van_place_id_fkey foreign key (place_id) references Depot (id);

-- back
-- must be empty: Table "Van" has rows whose "place_id" can't be translated: they refer to no row of "Depot". Update or delete them first.
select 1 from Van child where child.place_id is not null and not exists (select 1 from Depot target where target.id = child.place_id);
alter table Van
    add column zone varchar(9),
    add column number integer;
update Van set zone = (select target.zone from Depot target where target.id = Van.place_id), number = (select target.number from Depot target where target.id = Van.place_id) where Van.place_id is not null;
-- must be empty: Table "Van" has values in "zone", "number" without a matching row in "Depot", the new target. First fix or delete those rows, or insert the missing ones.
select 1 from Van child where child.zone is not null and child.number is not null and not exists (select 1 from Depot parent where parent.zone = child.zone and parent.number = child.number);
alter table Van drop foreign key van_place_id_fkey;
drop index van_place_id_fkey on Van;
alter table Van
    drop column place_id,
    add constraint van_zone_number_fkey foreign key (zone, number) references Depot (zone, number);
