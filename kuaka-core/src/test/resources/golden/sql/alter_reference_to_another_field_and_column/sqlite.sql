-- forward
pragma foreign_keys = off;
-- must be empty: Table "Van" has rows whose "home_id" can't be translated: they refer to no row of "Depot" with a value in "town". Update or delete them first.
select 1 from Van child where child.home_id is not null and not exists (select 1 from Depot target where target.id = child.home_id and target.town is not null);
alter table Van add column town varchar(50);
update Van set town = (select target.town from Depot target where target.id = Van.home_id) where Van.home_id is not null;
-- must be empty: Column "town" of table "Van" has rows with null. Fix those rows first.
select 1 from Van where town is null;
-- must be empty: Table "Van" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'Van' collate nocase and type = 'index' and sql is not null
    union all select name from pragma_table_xinfo('Van') where name collate nocase not in ('id', 'plate', 'home_id', 'zone', 'number', 'trailer_id', 'town');
create table new__Van (
    id bigint not null,
    plate integer not null,
    town varchar(50) not null,
    zone varchar(9),
    number integer,
    trailer_id bigint,
    primary key (id),
    constraint van_plate_key unique (plate),
    constraint van_trailer_id_key unique (trailer_id),
    constraint van_town_fkey foreign key (town) references Depot (town),
    constraint van_zone_number_fkey foreign key (zone, number) references Depot (zone, number),
    constraint van_trailer_id_fkey foreign key (trailer_id) references Van (id)
);
insert into new__Van (id, plate, town, zone, number, trailer_id)
    select id, plate, town, zone, number, trailer_id from Van;
create table kuaka__triggers as select sql from sqlite_master where type = 'trigger' and tbl_name = 'Van' collate nocase;
drop table Van;
pragma legacy_alter_table = on;
alter table new__Van rename to Van;
pragma legacy_alter_table = off;
select sql from kuaka__triggers;
drop table kuaka__triggers;
-- must be empty: Table "Van" has rows that refer to missing rows. Fix or delete those rows first.
pragma foreign_key_check(Van);
pragma foreign_keys = on;

-- back
pragma foreign_keys = off;
-- must be empty: Table "Van" has rows whose "town" can't be translated: they refer to no row of "Depot". Update or delete them first.
select 1 from Van child where child.town is not null and not exists (select 1 from Depot target where target.town = child.town);
alter table Van add column home_id bigint;
update Van set home_id = (select target.id from Depot target where target.town = Van.town) where Van.town is not null;
-- must be empty: Column "home_id" of table "Van" has rows with null. Fix those rows first.
select 1 from Van where home_id is null;
-- must be empty: Table "Van" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'Van' collate nocase and type = 'index' and sql is not null
    union all select name from pragma_table_xinfo('Van') where name collate nocase not in ('id', 'plate', 'town', 'zone', 'number', 'trailer_id', 'home_id');
create table new__Van (
    id bigint not null,
    plate integer not null,
    home_id bigint not null,
    zone varchar(9),
    number integer,
    trailer_id bigint,
    primary key (id),
    constraint van_plate_key unique (plate),
    constraint van_trailer_id_key unique (trailer_id),
    constraint van_home_id_fkey foreign key (home_id) references Depot (id),
    constraint van_zone_number_fkey foreign key (zone, number) references Depot (zone, number),
    constraint van_trailer_id_fkey foreign key (trailer_id) references Van (id)
);
insert into new__Van (id, plate, home_id, zone, number, trailer_id)
    select id, plate, home_id, zone, number, trailer_id from Van;
create table kuaka__triggers as select sql from sqlite_master where type = 'trigger' and tbl_name = 'Van' collate nocase;
drop table Van;
pragma legacy_alter_table = on;
alter table new__Van rename to Van;
pragma legacy_alter_table = off;
select sql from kuaka__triggers;
drop table kuaka__triggers;
-- must be empty: Table "Van" has rows that refer to missing rows. Fix or delete those rows first.
pragma foreign_key_check(Van);
pragma foreign_keys = on;
