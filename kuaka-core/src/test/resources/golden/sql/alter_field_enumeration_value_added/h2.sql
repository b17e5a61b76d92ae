-- forward
alter table books alter column status drop default;
alter table books alter column status set data type enum ('DRAFT', 'FOR_SALE', 'SOLD_OUT');
alter table books alter column status set default 'DRAFT';

-- back
-- must be empty: Column "status" of table "books" has rows with removed values: SOLD_OUT. Fix those rows first.
select 1 from books where cast(status as varchar) in ('SOLD_OUT');
alter table books alter column status drop default;
alter table books alter column status set data type enum ('DRAFT', 'FOR_SALE');
alter table books alter column status set default 'DRAFT';
