-- forward
alter table books
    drop constraint books_price_check,
    drop column price;

-- back
-- must be empty: Table "books" has rows that violate "books_price_check". Fix or delete those rows first.
select 1 from (select 0 as price from books child) books where not (price >= 0);
alter table books add column price decimal(10,2) default 0 not null;
-- must be empty: Table "books" has rows that violate "books_price_check". Fix or delete those rows first.
select 1 from books where not (price >= 0);
alter table books add constraint books_price_check check (price >= 0);
