-- forward
create unique index books_isbn_idx on books (isbn) where isbn is not null;

-- back
drop index books_isbn_idx on books;
