-- forward
exec sp_rename 'counters', 'numbers';
exec sp_rename 'counters_pkey', 'numbers_pkey', 'object';

-- back
exec sp_rename 'numbers', 'counters';
exec sp_rename 'numbers_pkey', 'counters_pkey', 'object';
