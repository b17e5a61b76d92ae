-- forward
pragma foreign_keys = off;
-- must be empty: Table "Call" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'Call' collate nocase and type = 'index' and sql is not null
    union all select name from pragma_table_xinfo('Call') where name collate nocase not in ('pier');
create table new__Call (
    pier varchar(20) not null,
    id integer,
    primary key (id)
);
insert into new__Call (pier, id)
    select pier, (select kuaka__place from (select pier as kuaka__c0, row_number() over (order by pier) - 1 as kuaka__place from Call) kuaka__rows where kuaka__c0 is pier) + 1 from Call;
create table kuaka__triggers as select sql from sqlite_master where type = 'trigger' and tbl_name = 'Call' collate nocase;
drop table Call;
pragma legacy_alter_table = on;
alter table new__Call rename to Call;
pragma legacy_alter_table = off;
select sql from kuaka__triggers;
drop table kuaka__triggers;
pragma foreign_keys = on;

-- back
pragma foreign_keys = off;
-- must be empty: Table "Call" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'Call' collate nocase and type = 'index' and sql is not null
    union all select name from pragma_table_xinfo('Call') where name collate nocase not in ('pier', 'id');
create table new__Call (
    pier varchar(20) not null
);
insert into new__Call (pier)
    select pier from Call;
create table kuaka__triggers as select sql from sqlite_master where type = 'trigger' and tbl_name = 'Call' collate nocase;
drop table Call;
pragma legacy_alter_table = on;
alter table new__Call rename to Call;
pragma legacy_alter_table = off;
select sql from kuaka__triggers;
drop table kuaka__triggers;
pragma foreign_keys = on;
