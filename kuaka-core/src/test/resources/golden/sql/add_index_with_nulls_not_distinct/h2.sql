-- forward
create unique nulls not distinct index books_price_idx on books (price desc);

-- back
drop index books_price_idx;
