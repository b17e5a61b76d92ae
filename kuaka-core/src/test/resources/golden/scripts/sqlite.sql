pragma foreign_keys = off;
BEGIN IMMEDIATE;
--
-- Alter field title on Book
--
-- (part of what follows)
--
-- Add field pages to Book
--
-- No rows may be found: Table "book" has triggers or indexes that no migration knows, and has to be made again. Drop them before by a RunSql operation and create them again after it.
select name from sqlite_master where lower(tbl_name) = 'book' and (type = 'trigger' or type = 'index' and sql is not null);
create table new__book (
    id bigint not null,
    title varchar(80) not null,
    pages integer,
    primary key (id)
);
insert into new__book (id, title)
    select id, title from book;
drop table book;
pragma legacy_alter_table = on;
alter table new__book rename to book;
pragma legacy_alter_table = off;
--
-- Run SQL
--
update book set pages = 1;
--
-- Custom state/database change combination
--
-- (no-op)
--
-- Run Java
--
-- THIS OPERATION CANNOT BE WRITTEN AS SQL
COMMIT;
pragma foreign_keys = on;

-- and back
pragma foreign_keys = off;
BEGIN IMMEDIATE;
--
-- Run Java
--
-- THIS OPERATION CANNOT BE WRITTEN AS SQL
--
-- Custom state/database change combination
--
-- (no-op)
--
-- Run SQL
--
update book set pages = null;
--
-- Remove field pages from Book
--
-- (part of what follows)
--
-- Alter field title on Book
--
-- No rows may be found: Column "title" of table "book" has texts of more than 40 characters. Update them before the column changes.
select 1 from book where length(title) > 40;
-- No rows may be found: Table "book" has triggers or indexes that no migration knows, and has to be made again. Drop them before by a RunSql operation and create them again after it.
select name from sqlite_master where lower(tbl_name) = 'book' and (type = 'trigger' or type = 'index' and sql is not null);
create table new__book (
    id bigint not null,
    title varchar(40) not null,
    primary key (id)
);
insert into new__book (id, title)
    select id, title from book;
drop table book;
pragma legacy_alter_table = on;
alter table new__book rename to book;
pragma legacy_alter_table = off;
COMMIT;
pragma foreign_keys = on;
