-- forward
drop index books_isbn_title_key on books;
exec sp_rename 'books.title', 'heading', 'column';
create unique index books_isbn_title_key on books (isbn, heading) where isbn is not null;

-- back
drop index books_isbn_title_key on books;
exec sp_rename 'books.heading', 'title', 'column';
create unique index books_isbn_title_key on books (isbn, title) where isbn is not null;
