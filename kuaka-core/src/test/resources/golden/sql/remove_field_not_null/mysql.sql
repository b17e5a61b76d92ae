-- forward
alter table books
    drop constraint books_price_check,
    drop column price;

-- back
alter table books add column price decimal(10,2) default 0 not null;
alter table books add constraint books_price_check check (price >= 0);
