-- forward
alter table books
    drop constraint books_price_check,
    add constraint books_cost_check check (price >= 0);

-- back
alter table books
    drop constraint books_cost_check,
    add constraint books_price_check check (price >= 0);
