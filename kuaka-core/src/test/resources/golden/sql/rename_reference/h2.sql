-- forward
alter table books rename column author_id to writer_id;
alter table books rename constraint books_author_id_fkey to books_writer_id_fkey;

-- back
alter table books rename column writer_id to author_id;
alter table books rename constraint books_writer_id_fkey to books_author_id_fkey;
