-- forward
-- must be empty: Table "books" has rows with the same value in "isbn", which "books_isbn_key" forbids. Update or delete them before.
select 1 from books where isbn is not null group by isbn having count(*) > 1;
alter table books add constraint books_isbn_key unique (isbn);

-- back
alter table books drop index books_isbn_key;
