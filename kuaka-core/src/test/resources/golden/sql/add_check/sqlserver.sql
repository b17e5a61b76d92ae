-- forward
alter table books add constraint books_pages_check check (pages > 0);

-- back
alter table books drop constraint books_pages_check;
