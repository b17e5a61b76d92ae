-- forward
drop index books_isbn_title_key on books;
exec sp_rename 'books.isbn', 'isbn13', 'column';
create unique index books_isbn_title_key on books (isbn13, title) where isbn13 is not null;

-- back
drop index books_isbn_title_key on books;
exec sp_rename 'books.isbn13', 'isbn', 'column';
create unique index books_isbn_title_key on books (isbn, title) where isbn is not null;
