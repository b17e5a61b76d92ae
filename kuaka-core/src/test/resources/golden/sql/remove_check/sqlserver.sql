-- forward
alter table books drop constraint books_price_check;

-- back
alter table books add constraint books_price_check check (price >= 0);
