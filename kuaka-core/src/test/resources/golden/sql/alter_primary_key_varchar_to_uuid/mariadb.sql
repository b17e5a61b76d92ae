-- forward
-- must be empty: Column "code" of table "Tag" has values that aren't UUIDs. Fix those rows first.
select 1 from Tag where code not regexp '^([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-fA-F]{32})$';
-- must be empty: Column "tag_id" of table "Label" has values that aren't UUIDs. Fix those rows first.
select 1 from Label where tag_id not regexp '^([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-fA-F]{32})$';
alter table Label drop foreign key label_tag_id_fkey;
alter table Tag modify column code uuid not null;
alter table Label modify column tag_id uuid;
alter table Label add constraint label_tag_id_fkey foreign key (tag_id) references Tag (code);

-- back
alter table Label drop foreign key label_tag_id_fkey;
alter table Tag modify column code varchar(36) not null;
alter table Label modify column tag_id varchar(36);
alter table Label add constraint label_tag_id_fkey foreign key (tag_id) references Tag (code);
