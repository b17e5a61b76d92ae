-- forward
pragma foreign_keys = off;
-- must be empty: Table "flags" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'flags' collate nocase and type = 'index' and sql is not null
    union all select name from pragma_table_xinfo('flags') where name collate nocase not in ('ship_id', 'place', 'flag');
create table new__flags (
    place integer not null,
    ship_id bigint not null,
    flag varchar(9) not null,
    primary key (place, ship_id),
    constraint flags_ship_id_fkey foreign key (ship_id) references Ship (id)
);
insert into new__flags (place, ship_id, flag)
    select place, ship_id, flag from flags;
create table kuaka__triggers as select sql from sqlite_master where type = 'trigger' and tbl_name = 'flags' collate nocase;
drop table flags;
pragma legacy_alter_table = on;
alter table new__flags rename to flags;
pragma legacy_alter_table = off;
select sql from kuaka__triggers;
drop table kuaka__triggers;
-- must be empty: Table "flags" has rows that refer to missing rows. Fix or delete those rows first.
pragma foreign_key_check(flags);
pragma foreign_keys = on;

-- back
pragma foreign_keys = off;
-- must be empty: Table "flags" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'flags' collate nocase and type = 'index' and sql is not null
    union all select name from pragma_table_xinfo('flags') where name collate nocase not in ('place', 'ship_id', 'flag');
create table new__flags (
    ship_id bigint not null,
    place integer not null,
    flag varchar(9) not null,
    primary key (ship_id, place),
    constraint flags_ship_id_fkey foreign key (ship_id) references Ship (id)
);
insert into new__flags (ship_id, place, flag)
    select ship_id, place, flag from flags;
create table kuaka__triggers as select sql from sqlite_master where type = 'trigger' and tbl_name = 'flags' collate nocase;
drop table flags;
pragma legacy_alter_table = on;
alter table new__flags rename to flags;
pragma legacy_alter_table = off;
select sql from kuaka__triggers;
drop table kuaka__triggers;
-- must be empty: Table "flags" has rows that refer to missing rows. Fix or delete those rows first.
pragma foreign_key_check(flags);
pragma foreign_keys = on;
