-- forward
alter table books drop constraint books_author_id_fkey;
alter table Author alter column id set data type integer;
alter table books alter column author_id set data type integer;
alter table books add constraint books_author_id_fkey foreign key (author_id) references Author (id);

-- back
alter table books drop constraint books_author_id_fkey;
alter table Author alter column id set data type bigint;
alter table books alter column author_id set data type bigint;
alter table books add constraint books_author_id_fkey foreign key (author_id) references Author (id);
