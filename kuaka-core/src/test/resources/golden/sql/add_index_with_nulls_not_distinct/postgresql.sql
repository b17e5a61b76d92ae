-- forward
create unique index books_price_idx on books (price desc) nulls not distinct;

-- back
drop index books_price_idx;
