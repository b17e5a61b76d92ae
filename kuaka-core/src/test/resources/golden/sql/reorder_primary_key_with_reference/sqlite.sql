-- forward
pragma foreign_keys = off;
-- must be empty: Table "Berth" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'Berth' collate nocase and type = 'index' and sql is not null
    union all select name from pragma_table_xinfo('Berth') where name collate nocase not in ('side', 'pier_harbor', 'pier_number');
create table new__Berth (
    pier_harbor varchar(20) not null,
    pier_number integer not null,
    side varchar(9) not null,
    primary key (pier_harbor, pier_number, side),
    constraint berth_pier_harbor_pier_number_fkey foreign key (pier_harbor, pier_number) references Pier (harbor, number)
);
insert into new__Berth (pier_harbor, pier_number, side)
    select pier_harbor, pier_number, side from Berth;
create table kuaka__triggers as select sql from sqlite_master where type = 'trigger' and tbl_name = 'Berth' collate nocase;
drop table Berth;
pragma legacy_alter_table = on;
alter table new__Berth rename to Berth;
pragma legacy_alter_table = off;
select sql from kuaka__triggers;
drop table kuaka__triggers;
-- must be empty: Table "Ship" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'Ship' collate nocase and type = 'index' and sql is not null
    union all select name from pragma_table_xinfo('Ship') where name collate nocase not in ('id', 'berth_side', 'berth_harbor', 'berth_number');
create table new__Ship (
    id bigint not null,
    berth_harbor varchar(20),
    berth_number integer,
    berth_side varchar(9),
    primary key (id),
    constraint ship_berth_harbor_berth_number_berth_side_fkey foreign key (berth_harbor, berth_number, berth_side) references Berth (pier_harbor, pier_number, side)
);
insert into new__Ship (id, berth_harbor, berth_number, berth_side)
    select id, berth_harbor, berth_number, berth_side from Ship;
create table kuaka__triggers as select sql from sqlite_master where type = 'trigger' and tbl_name = 'Ship' collate nocase;
drop table Ship;
pragma legacy_alter_table = on;
alter table new__Ship rename to Ship;
pragma legacy_alter_table = off;
select sql from kuaka__triggers;
drop table kuaka__triggers;
-- must be empty: Table "Berth" has rows that refer to missing rows. Fix or delete those rows first.
pragma foreign_key_check(Berth);
-- must be empty: Table "Ship" has rows that refer to missing rows. Fix or delete those rows first.
pragma foreign_key_check(Ship);
pragma foreign_keys = on;

-- back
pragma foreign_keys = off;
-- must be empty: Table "Berth" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'Berth' collate nocase and type = 'index' and sql is not null
    union all select name from pragma_table_xinfo('Berth') where name collate nocase not in ('pier_harbor', 'pier_number', 'side');
create table new__Berth (
    side varchar(9) not null,
    pier_harbor varchar(20) not null,
    pier_number integer not null,
    primary key (side, pier_harbor, pier_number),
    constraint berth_pier_harbor_pier_number_fkey foreign key (pier_harbor, pier_number) references Pier (harbor, number)
);
insert into new__Berth (side, pier_harbor, pier_number)
    select side, pier_harbor, pier_number from Berth;
create table kuaka__triggers as select sql from sqlite_master where type = 'trigger' and tbl_name = 'Berth' collate nocase;
drop table Berth;
pragma legacy_alter_table = on;
alter table new__Berth rename to Berth;
pragma legacy_alter_table = off;
select sql from kuaka__triggers;
drop table kuaka__triggers;
-- must be empty: Table "Ship" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'Ship' collate nocase and type = 'index' and sql is not null
    union all select name from pragma_table_xinfo('Ship') where name collate nocase not in ('id', 'berth_harbor', 'berth_number', 'berth_side');
create table new__Ship (
    id bigint not null,
    berth_side varchar(9),
    berth_harbor varchar(20),
    berth_number integer,
    primary key (id),
    constraint ship_berth_side_berth_harbor_berth_number_fkey foreign key (berth_side, berth_harbor, berth_number) references Berth (side, pier_harbor, pier_number)
);
insert into new__Ship (id, berth_side, berth_harbor, berth_number)
    select id, berth_side, berth_harbor, berth_number from Ship;
create table kuaka__triggers as select sql from sqlite_master where type = 'trigger' and tbl_name = 'Ship' collate nocase;
drop table Ship;
pragma legacy_alter_table = on;
alter table new__Ship rename to Ship;
pragma legacy_alter_table = off;
select sql from kuaka__triggers;
drop table kuaka__triggers;
-- must be empty: Table "Berth" has rows that refer to missing rows. Fix or delete those rows first.
pragma foreign_key_check(Berth);
-- must be empty: Table "Ship" has rows that refer to missing rows. Fix or delete those rows first.
pragma foreign_key_check(Ship);
pragma foreign_keys = on;
