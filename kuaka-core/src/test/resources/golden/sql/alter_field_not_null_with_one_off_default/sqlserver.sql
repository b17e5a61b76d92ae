-- forward
drop index books_isbn_title_key on books;
update books set isbn = '?' where isbn is null;
alter table books alter column isbn varchar(13) not null;
alter table books add constraint books_isbn_title_key unique (isbn, title);

-- back
alter table books drop constraint books_isbn_title_key;
alter table books alter column isbn varchar(13) null;
create unique index books_isbn_title_key on books (isbn, title) where isbn is not null;
