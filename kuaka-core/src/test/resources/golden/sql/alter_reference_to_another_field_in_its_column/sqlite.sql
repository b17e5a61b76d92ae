-- forward
pragma foreign_keys = off;
-- must be empty: Table "Van" has rows whose "trailer_id" can't be translated: they refer to no row of "Van". Update or delete them first.
select 1 from Van child where child.trailer_id is not null and not exists (select 1 from Van target where target.id = child.trailer_id);
alter table Van rename column trailer_id to kuaka__trailer_id;
-- must be empty: Table "Van" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'Van' collate nocase and type = 'index' and sql is not null
    union all select name from pragma_table_xinfo('Van') where name collate nocase not in ('id', 'plate', 'home_id', 'zone', 'number', 'kuaka__trailer_id');
create table new__Van (
    id bigint not null,
    plate integer not null,
    home_id bigint not null,
    zone varchar(9),
    number integer,
    kuaka__trailer_id bigint,
    primary key (id),
    constraint van_plate_key unique (plate),
    constraint van_kuaka__trailer_id_key unique (kuaka__trailer_id),
    constraint van_home_id_fkey foreign key (home_id) references Depot (id),
    constraint van_zone_number_fkey foreign key (zone, number) references Depot (zone, number),
    constraint van_kuaka__trailer_id_fkey foreign key (kuaka__trailer_id) references Van (id)
);
insert into new__Van (id, plate, home_id, zone, number, kuaka__trailer_id)
    select id, plate, home_id, zone, number, kuaka__trailer_id from Van;
create table kuaka__triggers as select sql from sqlite_master where type = 'trigger' and tbl_name = 'Van' collate nocase;
drop table Van;
pragma legacy_alter_table = on;
alter table new__Van rename to Van;
pragma legacy_alter_table = off;
select sql from kuaka__triggers;
drop table kuaka__triggers;
alter table Van add column trailer_id integer;
update Van set trailer_id = (select target.plate from Van target where target.id = Van.kuaka__trailer_id) where Van.kuaka__trailer_id is not null;
-- must be empty: Table "Van" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'Van' collate nocase and type = 'index' and sql is not null
    union all select name from pragma_table_xinfo('Van') where name collate nocase not in ('id', 'plate', 'home_id', 'zone', 'number', 'kuaka__trailer_id', 'trailer_id');
create table new__Van (
    id bigint not null,
    plate integer not null,
    home_id bigint not null,
    zone varchar(9),
    number integer,
    trailer_id integer,
    primary key (id),
    constraint van_plate_key unique (plate),
    constraint van_trailer_id_key unique (trailer_id),
    constraint van_home_id_fkey foreign key (home_id) references Depot (id),
    constraint van_zone_number_fkey foreign key (zone, number) references Depot (zone, number),
    constraint van_trailer_id_fkey foreign key (trailer_id) references Van (plate)
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

-- back
pragma foreign_keys = off;
-- must be empty: Table "Van" has rows whose "trailer_id" can't be translated: they refer to no row of "Van". Update or delete them first.
select 1 from Van child where child.trailer_id is not null and not exists (select 1 from Van target where target.plate = child.trailer_id);
alter table Van rename column trailer_id to kuaka__trailer_id;
-- must be empty: Table "Van" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'Van' collate nocase and type = 'index' and sql is not null
    union all select name from pragma_table_xinfo('Van') where name collate nocase not in ('id', 'plate', 'home_id', 'zone', 'number', 'kuaka__trailer_id');
create table new__Van (
    id bigint not null,
    plate integer not null,
    home_id bigint not null,
    zone varchar(9),
    number integer,
    kuaka__trailer_id integer,
    primary key (id),
    constraint van_plate_key unique (plate),
    constraint van_kuaka__trailer_id_key unique (kuaka__trailer_id),
    constraint van_home_id_fkey foreign key (home_id) references Depot (id),
    constraint van_zone_number_fkey foreign key (zone, number) references Depot (zone, number),
    constraint van_kuaka__trailer_id_fkey foreign key (kuaka__trailer_id) references Van (plate)
);
insert into new__Van (id, plate, home_id, zone, number, kuaka__trailer_id)
    select id, plate, home_id, zone, number, kuaka__trailer_id from Van;
create table kuaka__triggers as select sql from sqlite_master where type = 'trigger' and tbl_name = 'Van' collate nocase;
drop table Van;
pragma legacy_alter_table = on;
alter table new__Van rename to Van;
pragma legacy_alter_table = off;
select sql from kuaka__triggers;
drop table kuaka__triggers;
alter table Van add column trailer_id bigint;
update Van set trailer_id = (select target.id from Van target where target.plate = Van.kuaka__trailer_id) where Van.kuaka__trailer_id is not null;
-- must be empty: Table "Van" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'Van' collate nocase and type = 'index' and sql is not null
    union all select name from pragma_table_xinfo('Van') where name collate nocase not in ('id', 'plate', 'home_id', 'zone', 'number', 'kuaka__trailer_id', 'trailer_id');
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
