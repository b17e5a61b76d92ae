-- forward
alter table books rename constraint books_price_check to books_cost_check;

-- back
alter table books rename constraint books_cost_check to books_price_check;
