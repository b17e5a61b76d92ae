-- forward
alter table books add editor_id bigint;
alter table books add constraint books_editor_id_fkey foreign key (editor_id) references Author (id);

-- back
alter table books drop constraint books_editor_id_fkey;
alter table books drop column editor_id;
