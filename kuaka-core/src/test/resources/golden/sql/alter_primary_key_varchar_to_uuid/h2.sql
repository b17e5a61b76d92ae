-- forward
-- must be empty: Column "code" of table "Tag" has values that aren't UUIDs. Fix those rows first.
select 1 from Tag where code not regexp '^([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-fA-F]{32})$';
-- must be empty: Column "tag_id" of table "Label" has values that aren't UUIDs. Fix those rows first.
select 1 from Label where tag_id not regexp '^([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-fA-F]{32})$';
alter table Label drop constraint label_tag_id_fkey;
alter table Tag alter column code set data type uuid;
alter table Label alter column tag_id set data type uuid;
alter table Label add constraint label_tag_id_fkey foreign key (tag_id) references Tag (code);

-- back
alter table Label drop constraint label_tag_id_fkey;
alter table Tag alter column code set data type varchar(36);
alter table Label alter column tag_id set data type varchar(36);
alter table Label add constraint label_tag_id_fkey foreign key (tag_id) references Tag (code);
