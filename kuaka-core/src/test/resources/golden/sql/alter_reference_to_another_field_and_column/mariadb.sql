-- forward
-- must be empty: Table "Van" has rows whose "home_id" can't be translated: they refer to no row of "Depot" with a value in "town". Update or delete them first.
select 1 from Van child where child.home_id is not null and not exists (select 1 from Depot target where target.id = child.home_id and target.town is not null);
alter table Van add column town varchar(50);
update Van set town = (select target.town from Depot target where target.id = Van.home_id) where Van.home_id is not null;
-- must be empty: Column "town" of table "Van" has rows with null. Fix those rows first.
select 1 from Van where town is null;
-- must be empty: Table "Van" has values in "town" without a matching row in "Depot", the new target. First fix or delete those rows, or insert the missing ones.
select 1 from Van child where child.town is not null and not exists (select 1 from Depot parent where parent.town = child.town);
alter table Van drop foreign key van_home_id_fkey;
drop index van_home_id_fkey on Van;
alter table Van
    drop column home_id,
    modify column town varchar(50) not null;
alter table Van add constraint van_town_fkey foreign key (town) references Depot (town);

-- back
-- must be empty: Table "Van" has rows whose "town" can't be translated: they refer to no row of "Depot". Update or delete them first.
select 1 from Van child where child.town is not null and not exists (select 1 from Depot target where target.town = child.town);
alter table Van add column home_id bigint;
update Van set home_id = (select target.id from Depot target where target.town = Van.town) where Van.town is not null;
-- must be empty: Column "home_id" of table "Van" has rows with null. Fix those rows first.
select 1 from Van where home_id is null;
-- must be empty: Table "Van" has values in "home_id" without a matching row in "Depot", the new target. First fix or delete those rows, or insert the missing ones.
select 1 from Van child where child.home_id is not null and not exists (select 1 from Depot parent where parent.id = child.home_id);
alter table Van drop foreign key van_town_fkey;
drop index van_town_fkey on Van;
alter table Van
    drop column town,
    modify column home_id bigint not null;
alter table Van add constraint van_home_id_fkey foreign key (home_id) references Depot (id);
