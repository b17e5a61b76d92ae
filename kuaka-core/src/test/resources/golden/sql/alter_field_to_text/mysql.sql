-- forward
drop index books_title_idx on books;
alter table books
    drop index books_isbn_title_key,
    modify column title longtext not null;

-- back
-- must be empty: Column "title" of table "books" has texts longer than 200 characters. Fix those rows first.
select 1 from books where char_length(title) > 200;
-- must be empty: Table "books" has duplicate values in "isbn", "title", which would violate "books_isbn_title_key". Fix or delete those rows first.
select 1 from books child where child.isbn is not null and child.title is not null group by child.isbn, child.title having count(*) > 1;
alter table books
    modify column title varchar(200) not null,
    add constraint books_isbn_title_key unique (isbn, title);
create index books_title_idx on books (title, created_at desc);
