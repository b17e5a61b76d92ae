-- forward
drop index books_isbn_title_key on books;
drop index books_title_idx on books;
alter table books drop column title;

-- back
alter table books add title varchar(200) constraint df_books_title default '' not null;
alter table books drop constraint df_books_title;
create unique index books_isbn_title_key on books (isbn, title) where isbn is not null;
create index books_title_idx on books (title, created_at desc);
