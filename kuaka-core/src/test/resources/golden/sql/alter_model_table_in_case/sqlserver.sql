-- forward
exec sp_rename 'books', 'Books';
exec sp_rename 'df_books_price', 'df_Books_price', 'object';
exec sp_rename 'df_books_status', 'df_Books_status', 'object';

-- back
exec sp_rename 'Books', 'books';
exec sp_rename 'df_Books_price', 'df_books_price', 'object';
exec sp_rename 'df_Books_status', 'df_books_status', 'object';
