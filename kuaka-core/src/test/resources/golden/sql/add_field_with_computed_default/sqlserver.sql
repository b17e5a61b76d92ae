-- forward
alter table books add shelf varchar(20) constraint df_books_shelf default lower('A1') not null;

-- back
alter table books drop constraint df_books_shelf;
alter table books drop column shelf;
