-- forward
exec sp_rename 'invoice_seq', 'bill_seq', 'object';

-- back
exec sp_rename 'bill_seq', 'invoice_seq', 'object';
