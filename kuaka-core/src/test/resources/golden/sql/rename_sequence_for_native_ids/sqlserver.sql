-- forward
exec sp_rename 'invoice_seq', 'Author_SEQ', 'object';

-- back
exec sp_rename 'Author_SEQ', 'invoice_seq', 'object';
