-- forward
alter table books drop constraint books_price_check;
alter table books rename column price to cost;
alter table books add constraint books_price_check check (cost >= 0);

-- back
alter table books drop constraint books_price_check;
alter table books rename column cost to price;
alter table books add constraint books_price_check check (price >= 0);
