-- forward
alter table books modify column status enum ('DRAFT', 'FOR_SALE', 'SOLD_OUT') default 'DRAFT' not null;

-- back
-- must be empty: Column "status" of table "books" has rows with removed values: SOLD_OUT. Fix those rows first.
select 1 from books where cast(status as char) in ('SOLD_OUT');
alter table books modify column status enum ('DRAFT', 'FOR_SALE') default 'DRAFT' not null;
