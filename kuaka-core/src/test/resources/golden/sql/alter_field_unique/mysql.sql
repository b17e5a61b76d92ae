-- forward
-- must be empty: Table "books" has duplicate values in "isbn", which would violate "books_isbn_key". Fix or delete those rows first.
select 1 from books child where child.isbn is not null group by child.isbn having count(*) > 1;
alter table books add constraint books_isbn_key unique (isbn);

-- back
alter table books drop index books_isbn_key;
