-- forward
pragma foreign_keys = off;
-- must be empty: Table "Shelf" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'Shelf' collate nocase and type = 'index' and sql is not null
    union all select name from pragma_table_xinfo('Shelf') where name collate nocase not in ('id', 'Code', 'room');
create table new__Shelf (
    id bigint not null,
    room varchar(20) not null,
    primary key (id)
);
insert into new__Shelf (id, room)
    select id, room from Shelf;
create table kuaka__triggers as select sql from sqlite_master where type = 'trigger' and tbl_name = 'Shelf' collate nocase;
drop table Shelf;
pragma legacy_alter_table = on;
alter table new__Shelf rename to Shelf;
pragma legacy_alter_table = off;
select sql from kuaka__triggers;
drop table kuaka__triggers;
pragma foreign_keys = on;

-- back
pragma foreign_keys = off;
-- must be empty: Table "Shelf" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'Shelf' collate nocase and type = 'index' and sql is not null
    union all select name from pragma_table_xinfo('Shelf') where name collate nocase not in ('id', 'room');
create table new__Shelf (
    id bigint not null,
    "Code" varchar(9) not null,
    room varchar(20) not null,
    primary key (id),
    constraint shelf_code_check check (length("Code") > 1 and room <> 'room')
);
insert into new__Shelf (id, "Code", room)
    select id, '', room from Shelf;
create table kuaka__triggers as select sql from sqlite_master where type = 'trigger' and tbl_name = 'Shelf' collate nocase;
drop table Shelf;
pragma legacy_alter_table = on;
alter table new__Shelf rename to Shelf;
pragma legacy_alter_table = off;
select sql from kuaka__triggers;
drop table kuaka__triggers;
pragma foreign_keys = on;
