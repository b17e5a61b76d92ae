-- forward
alter table books alter column status drop default;
alter table books alter column status set data type enum ('DRAFT', 'FOR_SALE', 'SOLD_OUT');
alter table books alter column status set default 'DRAFT';

-- back
alter table books alter column status drop default;
alter table books alter column status set data type enum ('DRAFT', 'FOR_SALE');
alter table books alter column status set default 'DRAFT';
