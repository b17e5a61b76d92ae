-- forward
exec sp_rename 'invoice_seq', 'ids', 'object';

-- back
exec sp_rename 'ids', 'invoice_seq', 'object';
