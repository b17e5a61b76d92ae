-- forward
exec sp_rename 'Author', 'Writer';
exec sp_rename 'author_pkey', 'writer_pkey', 'object';
exec sp_rename 'Writer.author_email_key', 'writer_email_key', 'index';

-- back
exec sp_rename 'Writer', 'Author';
exec sp_rename 'writer_pkey', 'author_pkey', 'object';
exec sp_rename 'Author.writer_email_key', 'author_email_key', 'index';
