-- forward
-- must be empty: Column "id" of table "Author" has values too large for its new type. Fix those rows first.
select 1 from Author where id not between -2147483648 and 2147483647;
-- must be empty: Column "author_id" of table "books" has values too large for its new type. Fix those rows first.
select 1 from books where author_id not between -2147483648 and 2147483647;
alter table books drop constraint books_author_id_fkey;
alter table Author alter column id set data type integer;
alter table Author alter column id set no maxvalue;
alter table books alter column author_id set data type integer;
alter table books add constraint books_author_id_fkey foreign key (author_id) references Author (id);

-- back
alter table books drop constraint books_author_id_fkey;
alter table Author alter column id set data type bigint;
alter table Author alter column id set no maxvalue;
alter table books alter column author_id set data type bigint;
alter table books add constraint books_author_id_fkey foreign key (author_id) references Author (id);
