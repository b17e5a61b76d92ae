-- forward
drop index books_title_idx on books;
alter table books
    drop index books_isbn_title_key,
    modify column title longtext not null;

-- back
alter table books
    modify column title varchar(200) not null,
    add constraint books_isbn_title_key unique (isbn, title);
create index books_title_idx on books (title, created_at desc);
