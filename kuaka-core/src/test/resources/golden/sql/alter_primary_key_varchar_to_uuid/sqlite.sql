-- forward
pragma foreign_keys = off;
-- must be empty: Column "code" of table "Tag" has values that aren't UUIDs. Fix those rows first.
select 1 from Tag where code is not null and coalesce(length(unhex(replace(code, '-', ''))), 0) <> 16;
-- must be empty: Column "tag_id" of table "Label" has values that aren't UUIDs. Fix those rows first.
select 1 from Label where tag_id is not null and coalesce(length(unhex(replace(tag_id, '-', ''))), 0) <> 16;
-- must be empty: Table "Tag" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'Tag' collate nocase and type = 'index' and sql is not null
    union all select name from pragma_table_xinfo('Tag') where name collate nocase not in ('code');
create table new__Tag (
    code blob not null,
    primary key (code)
);
insert into new__Tag (code)
    select unhex(replace(code, '-', '')) from Tag;
create table kuaka__triggers as select sql from sqlite_master where type = 'trigger' and tbl_name = 'Tag' collate nocase;
drop table Tag;
pragma legacy_alter_table = on;
alter table new__Tag rename to Tag;
pragma legacy_alter_table = off;
select sql from kuaka__triggers;
drop table kuaka__triggers;
-- must be empty: Table "Label" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'Label' collate nocase and type = 'index' and sql is not null
    union all select name from pragma_table_xinfo('Label') where name collate nocase not in ('id', 'tag_id');
create table new__Label (
    id bigint not null,
    tag_id blob,
    primary key (id),
    constraint label_tag_id_fkey foreign key (tag_id) references Tag (code)
);
insert into new__Label (id, tag_id)
    select id, unhex(replace(tag_id, '-', '')) from Label;
create table kuaka__triggers as select sql from sqlite_master where type = 'trigger' and tbl_name = 'Label' collate nocase;
drop table Label;
pragma legacy_alter_table = on;
alter table new__Label rename to Label;
pragma legacy_alter_table = off;
select sql from kuaka__triggers;
drop table kuaka__triggers;
-- must be empty: Table "Label" has rows that refer to missing rows. Fix or delete those rows first.
pragma foreign_key_check(Label);
pragma foreign_keys = on;

-- back
pragma foreign_keys = off;
-- must be empty: Table "Tag" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'Tag' collate nocase and type = 'index' and sql is not null
    union all select name from pragma_table_xinfo('Tag') where name collate nocase not in ('code');
create table new__Tag (
    code varchar(36) not null,
    primary key (code)
);
insert into new__Tag (code)
    select nullif(lower(substr(hex(code), 1, 8) || '-' || substr(hex(code), 9, 4) || '-' || substr(hex(code), 13, 4) || '-' || substr(hex(code), 17, 4) || '-' || substr(hex(code), 21)), '----') from Tag;
create table kuaka__triggers as select sql from sqlite_master where type = 'trigger' and tbl_name = 'Tag' collate nocase;
drop table Tag;
pragma legacy_alter_table = on;
alter table new__Tag rename to Tag;
pragma legacy_alter_table = off;
select sql from kuaka__triggers;
drop table kuaka__triggers;
-- must be empty: Table "Label" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'Label' collate nocase and type = 'index' and sql is not null
    union all select name from pragma_table_xinfo('Label') where name collate nocase not in ('id', 'tag_id');
create table new__Label (
    id bigint not null,
    tag_id varchar(36),
    primary key (id),
    constraint label_tag_id_fkey foreign key (tag_id) references Tag (code)
);
insert into new__Label (id, tag_id)
    select id, nullif(lower(substr(hex(tag_id), 1, 8) || '-' || substr(hex(tag_id), 9, 4) || '-' || substr(hex(tag_id), 13, 4) || '-' || substr(hex(tag_id), 17, 4) || '-' || substr(hex(tag_id), 21)), '----') from Label;
create table kuaka__triggers as select sql from sqlite_master where type = 'trigger' and tbl_name = 'Label' collate nocase;
drop table Label;
pragma legacy_alter_table = on;
alter table new__Label rename to Label;
pragma legacy_alter_table = off;
select sql from kuaka__triggers;
drop table kuaka__triggers;
-- must be empty: Table "Label" has rows that refer to missing rows. Fix or delete those rows first.
pragma foreign_key_check(Label);
pragma foreign_keys = on;
