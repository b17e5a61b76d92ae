-- forward
alter table books drop constraint df_books_price;
alter table books add constraint df_books_price default 1 for price;

-- back
alter table books drop constraint df_books_price;
alter table books add constraint df_books_price default 0 for price;
