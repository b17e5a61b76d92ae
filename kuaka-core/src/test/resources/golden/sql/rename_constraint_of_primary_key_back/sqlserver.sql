-- forward
exec sp_rename 'pk_ship', 'ship_pkey', 'object';

-- back
exec sp_rename 'ship_pkey', 'pk_ship', 'object';
