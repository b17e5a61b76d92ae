-- forward
alter table Label drop constraint label_tag_id_fkey;
alter table Tag alter column code type uuid using code::uuid;
alter table Label alter column tag_id type uuid using tag_id::uuid;
alter table Label add constraint label_tag_id_fkey foreign key (tag_id) references Tag (code);

-- back
-- must be empty: Column "code" of table "Tag" has texts of more than 36 characters. Update them before the column changes.
select 1 from Tag where char_length(code::text) > 36;
-- must be empty: Column "tag_id" of table "Label" has texts of more than 36 characters. Update them before the column changes.
select 1 from Label where char_length(tag_id::text) > 36;
alter table Label drop constraint label_tag_id_fkey;
alter table Tag alter column code type varchar(36) using code::text;
alter table Label alter column tag_id type varchar(36) using tag_id::text;
alter table Label add constraint label_tag_id_fkey foreign key (tag_id) references Tag (code);
