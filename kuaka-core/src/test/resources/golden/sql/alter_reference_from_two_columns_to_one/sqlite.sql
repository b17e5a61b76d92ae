-- forward
pragma foreign_keys = off;
-- must be empty: Table "Van" has rows whose "zone", "number" can't be translated: they refer to no row of "Depot". Update or delete them first.
select 1 from Van child where child.zone is not null and child.number is not null and not exists (select 1 from Depot target where target.zone = child.zone and target.number = child.number);
alter table Van add column place_id bigint;
update Van set place_id = (select target.id from Depot target where target.zone = Van.zone and target.number = Van.number) where Van.zone is not null and Van.number is not null;
-- must be empty: Table "Van" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'Van' collate nocase and type = 'index' and sql is not null
    union all select name from pragma_table_xinfo('Van') where name collate nocase not in ('id', 'plate', 'home_id', 'zone', 'number', 'trailer_id', 'place_id');
create table new__Van (
    id bigint not null,
    plate integer not null,
    home_id bigint not null,
    place_id bigint,
    trailer_id bigint,
    primary key (id),
    constraint van_plate_key unique (plate),
    constraint van_trailer_id_key unique (trailer_id),
    constraint van_home_id_fkey foreign key (home_id) references Depot (id),
    constraint van_place_id_fkey foreign key (place_id) references Depot (id),
    constraint van_trailer_id_fkey foreign key (trailer_id) references Van (id)
);
insert into new__Van (id, plate, home_id, place_id, trailer_id)
    select id, plate, home_id, place_id, trailer_id from Van;
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
-- must be empty: Table "Van" has rows whose "place_id" can't be translated: they refer to no row of "Depot". Update or delete them first.
select 1 from Van child where child.place_id is not null and not exists (select 1 from Depot target where target.id = child.place_id);
alter table Van add column zone varchar(9);
alter table Van add column number integer;
update Van set zone = (select target.zone from Depot target where target.id = Van.place_id), number = (select target.number from Depot target where target.id = Van.place_id) where Van.place_id is not null;
-- must be empty: Table "Van" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'Van' collate nocase and type = 'index' and sql is not null
    union all select name from pragma_table_xinfo('Van') where name collate nocase not in ('id', 'plate', 'home_id', 'place_id', 'trailer_id', 'zone', 'number');
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
