-- forward
drop index books_title_idx on books;
alter table books modify column title longtext not null;

-- back
alter table books modify column title varchar(200) not null;
create index books_title_idx on books (title, created_at desc);
