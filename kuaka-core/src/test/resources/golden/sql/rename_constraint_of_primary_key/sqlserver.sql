-- forward
exec sp_rename 'berth_pkey', 'pk_berth', 'object';

-- back
exec sp_rename 'pk_berth', 'berth_pkey', 'object';
