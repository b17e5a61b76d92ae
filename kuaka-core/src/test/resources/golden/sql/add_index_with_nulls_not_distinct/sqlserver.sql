-- forward
create unique index books_price_idx on books (price desc);

-- back
drop index books_price_idx on books;
