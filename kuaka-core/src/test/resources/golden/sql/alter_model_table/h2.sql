-- forward
alter table books rename to titles;
alter table titles rename constraint books_pkey to titles_pkey;
alter table titles rename constraint books_author_id_fkey to titles_author_id_fkey;

-- back
alter table titles rename to books;
alter table books rename constraint titles_pkey to books_pkey;
alter table books rename constraint titles_author_id_fkey to books_author_id_fkey;
