-- forward
-- must be empty: Table "books" has rows that "books_pages_check" forbids. Update or delete them before.
select 1 from books where not (pages > 0);
alter table books add constraint books_pages_check check (pages > 0);

-- back
alter table books drop constraint books_pages_check;
