-- forward
exec sp_rename 'books.author_id', 'writer_id', 'column';
exec sp_rename 'books_author_id_fkey', 'books_writer_id_fkey', 'object';

-- back
exec sp_rename 'books.writer_id', 'author_id', 'column';
exec sp_rename 'books_writer_id_fkey', 'books_author_id_fkey', 'object';
