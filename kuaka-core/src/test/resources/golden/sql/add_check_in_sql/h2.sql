-- forward
-- must be empty: Table "books" has rows that "books_isbn_check" forbids. Update or delete them before.
select 1 from books where not (length(isbn) = 13);
alter table books add constraint books_isbn_check check (length(isbn) = 13);

-- back
alter table books drop constraint books_isbn_check;
