-- forward
-- must be empty: Table "books" has rows that violate "books_pages_check". Fix or delete those rows first.
select 1 from books where not (pages > 0);
alter table books add constraint books_pages_check check (pages > 0);

-- back
alter table books drop constraint books_pages_check;
