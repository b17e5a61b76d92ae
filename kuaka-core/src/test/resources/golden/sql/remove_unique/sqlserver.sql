-- forward
drop index books_isbn_title_key on books;

-- back
create unique index books_isbn_title_key on books (isbn, title) where isbn is not null;
