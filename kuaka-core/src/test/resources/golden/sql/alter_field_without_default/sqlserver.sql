-- forward
alter table books drop constraint df_books_price;

-- back
alter table books add constraint df_books_price default 0 for price;
