-- forward
drop index books_title_idx on books;
alter table books
    drop index books_isbn_title_key,
    drop column title;

-- back
-- must be empty: Table "books" has duplicate values in "isbn", "title", which would violate "books_isbn_title_key". Fix or delete those rows first.
select 1 from books child where child.isbn is not null group by child.isbn having count(*) > 1;
alter table books add column title varchar(200) default '' not null;
alter table books modify column title varchar(200) not null;
-- must be empty: Table "books" has duplicate values in "isbn", "title", which would violate "books_isbn_title_key". Fix or delete those rows first.
select 1 from books child where child.isbn is not null and child.title is not null group by child.isbn, child.title having count(*) > 1;
alter table books add constraint books_isbn_title_key unique (isbn, title);
create index books_title_idx on books (title, created_at desc);
