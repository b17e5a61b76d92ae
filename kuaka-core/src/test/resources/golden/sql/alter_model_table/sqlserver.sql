-- forward
exec sp_rename 'books', 'titles';
exec sp_rename 'df_books_price', 'df_titles_price', 'object';
exec sp_rename 'df_books_status', 'df_titles_status', 'object';
exec sp_rename 'books_pkey', 'titles_pkey', 'object';
exec sp_rename 'books_status_check', 'titles_status_check', 'object';
exec sp_rename 'books_author_id_fkey', 'titles_author_id_fkey', 'object';

-- back
exec sp_rename 'titles', 'books';
exec sp_rename 'df_titles_price', 'df_books_price', 'object';
exec sp_rename 'df_titles_status', 'df_books_status', 'object';
exec sp_rename 'titles_pkey', 'books_pkey', 'object';
exec sp_rename 'titles_status_check', 'books_status_check', 'object';
exec sp_rename 'titles_author_id_fkey', 'books_author_id_fkey', 'object';
