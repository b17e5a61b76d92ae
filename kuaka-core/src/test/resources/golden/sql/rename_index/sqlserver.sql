-- forward
exec sp_rename 'books.books_title_idx', 'books_heading_idx', 'index';

-- back
exec sp_rename 'books.books_heading_idx', 'books_title_idx', 'index';
