-- forward
alter table books validate constraint books_price_check;

-- back
-- nothing
