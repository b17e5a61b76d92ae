-- forward
alter table books with check check constraint books_price_check;

-- back
-- nothing
