-- forward
alter table books drop index books_isbn_title_key;

-- back
-- must be empty: Table "books" has rows with the same value in "isbn", "title", which "books_isbn_title_key" forbids. Update or delete them before.
select 1 from books where isbn is not null and title is not null group by isbn, title having count(*) > 1;
alter table books add constraint books_isbn_title_key unique (isbn, title);
