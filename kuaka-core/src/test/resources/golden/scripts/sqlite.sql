pragma foreign_keys = off;
BEGIN IMMEDIATE;
--
-- Alter field title on Book
--
-- (executed together with a later operation)
--
-- Add field pages to Book
--
-- Check; fails if it returns rows: Table "book" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'book' collate nocase and type = 'index' and sql is not null
    union all select name from pragma_table_xinfo('book') where name collate nocase not in ('id', 'title');
create table new__book (
    id bigint not null,
    title varchar(80) not null,
    pages integer,
    primary key (id)
);
insert into new__book (id, title)
    select id, title from book;
create table kuaka__triggers as select sql from sqlite_master where type = 'trigger' and tbl_name = 'book' collate nocase;
drop table book;
pragma legacy_alter_table = on;
alter table new__book rename to book;
pragma legacy_alter_table = off;
-- Each row of this query is a statement, which is run:
select sql from kuaka__triggers;
drop table kuaka__triggers;
--
-- Run SQL
--
update book set pages = 1;
--
-- Rename field pages on Book to sheets, in the models only
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
-- Rename field sheets on Book to pages, in the models only
--
-- (no-op)
--
-- Run SQL
--
update book set pages = null;
--
-- Remove field pages from Book
--
-- (executed together with a later operation)
--
-- Alter field title on Book
--
-- Check; fails if it returns rows: Column "title" of table "book" has texts longer than 40 characters. Fix those rows first.
select 1 from book where length(title) > 40;
-- Check; fails if it returns rows: Table "book" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'book' collate nocase and type = 'index' and sql is not null
    union all select name from pragma_table_xinfo('book') where name collate nocase not in ('id', 'title', 'pages');
create table new__book (
    id bigint not null,
    title varchar(40) not null,
    primary key (id)
);
insert into new__book (id, title)
    select id, title from book;
create table kuaka__triggers as select sql from sqlite_master where type = 'trigger' and tbl_name = 'book' collate nocase;
drop table book;
pragma legacy_alter_table = on;
alter table new__book rename to book;
pragma legacy_alter_table = off;
-- Each row of this query is a statement, which is run:
select sql from kuaka__triggers;
drop table kuaka__triggers;
COMMIT;
pragma foreign_keys = on;
