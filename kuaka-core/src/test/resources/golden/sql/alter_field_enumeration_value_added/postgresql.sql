-- forward
alter table books drop constraint books_status_check;
alter table books add constraint books_status_check check (status in ('DRAFT', 'FOR_SALE', 'SOLD_OUT'));

-- back
alter table books drop constraint books_status_check;
alter table books add constraint books_status_check check (status in ('DRAFT', 'FOR_SALE'));
