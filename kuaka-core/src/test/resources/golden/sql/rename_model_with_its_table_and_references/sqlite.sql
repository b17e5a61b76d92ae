-- forward
pragma foreign_keys = off;
alter table Author rename to Writer;
-- must be empty: Table "Writer" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'Writer' collate nocase and type = 'index' and sql is not null
    union all select name from pragma_table_xinfo('Writer') where name collate nocase not in ('id', 'name', 'email');
create table new__Writer (
    id integer,
    name varchar(100) not null,
    email varchar(254),
    primary key (id),
    constraint writer_email_key unique (email)
);
insert into new__Writer (id, name, email)
    select id, name, email from Writer;
create table kuaka__triggers as select sql from sqlite_master where type = 'trigger' and tbl_name = 'Writer' collate nocase;
drop table Writer;
pragma legacy_alter_table = on;
alter table new__Writer rename to Writer;
pragma legacy_alter_table = off;
select sql from kuaka__triggers;
drop table kuaka__triggers;
pragma foreign_keys = on;

-- back
pragma foreign_keys = off;
alter table Writer rename to Author;
-- must be empty: Table "Author" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'Author' collate nocase and type = 'index' and sql is not null
    union all select name from pragma_table_xinfo('Author') where name collate nocase not in ('id', 'name', 'email');
create table new__Author (
    id integer,
    name varchar(100) not null,
    email varchar(254),
    primary key (id),
    constraint author_email_key unique (email)
);
insert into new__Author (id, name, email)
    select id, name, email from Author;
create table kuaka__triggers as select sql from sqlite_master where type = 'trigger' and tbl_name = 'Author' collate nocase;
drop table Author;
pragma legacy_alter_table = on;
alter table new__Author rename to Author;
pragma legacy_alter_table = off;
select sql from kuaka__triggers;
drop table kuaka__triggers;
pragma foreign_keys = on;
