-- forward
-- must be empty: Column "code" of table "Tag" has values that aren't UUIDs. Fix those rows first.
select 1 from Tag where code is not null and try_cast(nullif(code, '') as uniqueidentifier) is null;
-- must be empty: Column "tag_id" of table "Label" has values that aren't UUIDs. Fix those rows first.
select 1 from Label where tag_id is not null and try_cast(nullif(tag_id, '') as uniqueidentifier) is null;
alter table Label drop constraint label_tag_id_fkey;
alter table Tag drop constraint tag_pkey;
alter table Tag alter column code uniqueidentifier not null;
alter table Tag add constraint tag_pkey primary key (code);
alter table Label alter column tag_id uniqueidentifier null;
alter table Label add constraint label_tag_id_fkey foreign key (tag_id) references Tag (code);

-- back
alter table Label drop constraint label_tag_id_fkey;
alter table Tag drop constraint tag_pkey;
alter table Tag alter column code varchar(36) not null;
alter table Tag add constraint tag_pkey primary key (code);
alter table Label alter column tag_id varchar(36) null;
alter table Label add constraint label_tag_id_fkey foreign key (tag_id) references Tag (code);
