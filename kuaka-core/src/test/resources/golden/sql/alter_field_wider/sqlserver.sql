-- forward
drop index books_isbn_title_key on books;
drop index books_title_idx on books;
alter table books alter column title varchar(400) not null;
create unique index books_isbn_title_key on books (isbn, title) where isbn is not null;
create index books_title_idx on books (title, created_at desc);

-- back
-- must be empty: Column "title" of table "books" has texts longer than 200 characters. Fix those rows first.
select 1 from books where len(title + '.') - 1 > 200;
drop index books_isbn_title_key on books;
drop index books_title_idx on books;
alter table books alter column title varchar(200) not null;
create unique index books_isbn_title_key on books (isbn, title) where isbn is not null;
create index books_title_idx on books (title, created_at desc);
