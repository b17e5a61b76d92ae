-- forward
exec sp_rename 'books_price_check', 'books_cost_check', 'object';

-- back
exec sp_rename 'books_cost_check', 'books_price_check', 'object';
