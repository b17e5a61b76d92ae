-- forward
alter table Label drop constraint label_tag_id_fkey;
alter table Tag alter column code type uuid using code::uuid;
alter table Label alter column tag_id type uuid using tag_id::uuid;
alter table Label add constraint label_tag_id_fkey foreign key (tag_id) references Tag (code);

-- back
alter table Label drop constraint label_tag_id_fkey;
alter table Tag alter column code type varchar(36) using code::text;
alter table Label alter column tag_id type varchar(36) using tag_id::text;
alter table Label add constraint label_tag_id_fkey foreign key (tag_id) references Tag (code);
