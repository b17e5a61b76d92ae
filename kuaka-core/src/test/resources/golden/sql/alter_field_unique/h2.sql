-- forward
-- must be empty: Table "books" has rows that would have the same value in "isbn", which "books_isbn_key" forbids. Update or delete them before.
select 1 from books child where child.isbn is not null group by child.isbn having count(*) > 1;
alter table books add constraint books_isbn_key unique (isbn);

-- back
alter table books drop constraint books_isbn_key;
