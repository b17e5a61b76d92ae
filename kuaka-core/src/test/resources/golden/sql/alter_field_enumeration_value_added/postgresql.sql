-- forward
alter table books drop constraint books_status_check;
alter table books add constraint books_status_check check (status in ('DRAFT', 'FOR_SALE', 'SOLD_OUT'));

-- back
-- must be empty: Column "status" of table "books" has rows with removed values: SOLD_OUT. Fix those rows first.
select 1 from books where status in ('SOLD_OUT');
alter table books drop constraint books_status_check;
alter table books add constraint books_status_check check (status in ('DRAFT', 'FOR_SALE'));
