-- forward
alter table books rename column author_id to writer_id;
alter table books rename index books_author_id_fkey to books_writer_id_fkey;
alter table books
    drop foreign key books_author_id_fkey,
    add constraint books_writer_id_fkey foreign key (writer_id) references Author (id);

-- back
alter table books rename column writer_id to author_id;
alter table books rename index books_writer_id_fkey to books_author_id_fkey;
alter table books
    drop foreign key books_writer_id_fkey,
    add constraint books_author_id_fkey foreign key (author_id) references Author (id);
