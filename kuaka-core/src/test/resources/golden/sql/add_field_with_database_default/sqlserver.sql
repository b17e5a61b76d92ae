-- forward
alter table books add visible bit constraint df_books_visible default 1 not null;

-- back
alter table books drop constraint df_books_visible;
alter table books drop column visible;
