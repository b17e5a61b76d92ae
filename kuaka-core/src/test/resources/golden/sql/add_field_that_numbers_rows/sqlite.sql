-- forward
pragma foreign_keys = off;
-- must be empty: Table "flags" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'flags' collate nocase and type = 'index' and sql is not null
    union all select name from pragma_table_xinfo('flags') where name collate nocase not in ('ship_id', 'place', 'flag');
create table new__flags (
    ship_id bigint not null,
    place integer not null,
    flag varchar(9) not null,
    mast integer not null,
    primary key (ship_id, place),
    constraint flags_ship_id_fkey foreign key (ship_id) references Ship (id)
);
insert into new__flags (ship_id, place, flag, mast)
    select ship_id, place, flag, (select kuaka__place from (select ship_id as kuaka__c0, place as kuaka__c1, row_number() over (partition by ship_id order by place) - 1 as kuaka__place from flags) kuaka__rows where kuaka__c0 = ship_id and kuaka__c1 is place) from flags;
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
alter table flags drop column mast;
