-- forward
create unique index books_isbn_idx on books (isbn);

-- back
drop index books_isbn_idx on books;
