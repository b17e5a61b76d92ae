-- forward
pragma foreign_keys = off;
alter table Ship rename to Boat;
-- must be empty: Table "Boat" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'Boat' collate nocase and type = 'index' and sql is not null
    union all select name from pragma_table_xinfo('Boat') where name collate nocase not in ('id', 'berth_side', 'berth_harbor', 'berth_number');
create table new__Boat (
    id bigint not null,
    berth_side varchar(9),
    berth_harbor varchar(20),
    berth_number integer,
    primary key (id),
    constraint boat_berth_side_berth_harbor_berth_number_fkey foreign key (berth_side, berth_harbor, berth_number) references Berth (side, pier_harbor, pier_number)
);
insert into new__Boat (id, berth_side, berth_harbor, berth_number)
    select id, berth_side, berth_harbor, berth_number from Boat;
create table kuaka__triggers as select sql from sqlite_master where type = 'trigger' and tbl_name = 'Boat' collate nocase;
drop table Boat;
pragma legacy_alter_table = on;
alter table new__Boat rename to Boat;
pragma legacy_alter_table = off;
select sql from kuaka__triggers;
drop table kuaka__triggers;
-- must be empty: Table "Boat" has rows that refer to missing rows. Fix or delete those rows first.
pragma foreign_key_check(Boat);
pragma foreign_keys = on;

-- back
pragma foreign_keys = off;
alter table Boat rename to Ship;
-- must be empty: Table "Ship" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'Ship' collate nocase and type = 'index' and sql is not null
    union all select name from pragma_table_xinfo('Ship') where name collate nocase not in ('id', 'berth_side', 'berth_harbor', 'berth_number');
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
-- must be empty: Table "Ship" has rows that refer to missing rows. Fix or delete those rows first.
pragma foreign_key_check(Ship);
pragma foreign_keys = on;
