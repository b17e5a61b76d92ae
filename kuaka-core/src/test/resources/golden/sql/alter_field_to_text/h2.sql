-- forward
drop index books_title_idx;
alter table books drop constraint books_isbn_title_key;
alter table books alter column title set data type clob;

-- back
alter table books alter column title set data type varchar(200);
alter table books add constraint books_isbn_title_key unique (isbn, title);
create index books_title_idx on books (title, created_at desc);
