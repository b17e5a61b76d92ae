-- forward
alter table books add constraint books_isbn_check check (length(isbn) = 13);

-- back
alter table books drop constraint books_isbn_check;
