-- forward
alter table books drop foreign key books_author_id_fkey;
drop index books_author_id_fkey on books;

-- back
-- must be empty: Table "books" has values in "author_id" without a matching row in "Author", the new target. First fix or delete those rows, or insert the missing ones.
select 1 from books child where child.author_id is not null and not exists (select 1 from Author parent where parent.id = child.author_id);
alter table books add constraint books_author_id_fkey foreign key (author_id) references Author (id);
