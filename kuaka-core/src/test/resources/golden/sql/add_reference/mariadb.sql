-- forward
alter table books
    add column editor_id bigint,
    add constraint books_editor_id_fkey foreign key (editor_id) references Author (id);

-- back
alter table books drop foreign key books_editor_id_fkey;
drop index books_editor_id_fkey on books;
alter table books drop column editor_id;
