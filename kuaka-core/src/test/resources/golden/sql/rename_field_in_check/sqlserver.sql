-- forward
alter table books drop constraint books_price_check;
exec sp_rename 'books.price', 'cost', 'column';
exec sp_rename 'df_books_price', 'df_books_cost', 'object';
alter table books add constraint books_price_check check (cost >= 0);

-- back
alter table books drop constraint books_price_check;
exec sp_rename 'books.cost', 'price', 'column';
exec sp_rename 'df_books_cost', 'df_books_price', 'object';
alter table books add constraint books_price_check check (price >= 0);
