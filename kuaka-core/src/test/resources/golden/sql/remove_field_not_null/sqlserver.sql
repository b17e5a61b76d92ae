-- forward
alter table books drop constraint books_price_check;
alter table books drop constraint df_books_price;
alter table books drop column price;

-- back
alter table books add price numeric(10,2) constraint df_books_price default 0 not null;
alter table books add constraint books_price_check check (price >= 0);
