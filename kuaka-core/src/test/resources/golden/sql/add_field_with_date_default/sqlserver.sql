-- forward
alter table books add released date constraint df_books_released default cast('2024-02-29' as date) not null;

-- back
alter table books drop constraint df_books_released;
alter table books drop column released;
