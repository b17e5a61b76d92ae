-- forward
drop index books_isbn_title_key on books;
alter table books alter column title varchar(200) null;
create unique index books_isbn_title_key on books (isbn, title) where title is not null and isbn is not null;

-- back
drop index books_isbn_title_key on books;
drop index books_title_idx on books;
update books set title = '' where title is null;
alter table books alter column title varchar(200) not null;
create unique index books_isbn_title_key on books (isbn, title) where isbn is not null;
create index books_title_idx on books (title, created_at desc);
