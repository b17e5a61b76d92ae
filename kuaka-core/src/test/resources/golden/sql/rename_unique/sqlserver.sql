-- forward
exec sp_rename 'books.books_isbn_title_key', 'books_key', 'index';

-- back
exec sp_rename 'books.books_key', 'books_isbn_title_key', 'index';
