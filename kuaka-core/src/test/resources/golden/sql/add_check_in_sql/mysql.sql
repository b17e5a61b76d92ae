-- forward
-- must be empty: Table "books" has rows that violate "books_isbn_check". Fix or delete those rows first.
select 1 from books where not (length(isbn) = 13);
alter table books add constraint books_isbn_check check (length(isbn) = 13);

-- back
alter table books drop constraint books_isbn_check;
