-- forward
alter table books add language varchar(2) constraint df_books_language default 'en' not null;
alter table books drop constraint df_books_language;

-- back
alter table books drop column language;
