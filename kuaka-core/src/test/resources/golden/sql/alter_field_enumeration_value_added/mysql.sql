-- forward
alter table books modify column status enum ('DRAFT', 'FOR_SALE', 'SOLD_OUT') default 'DRAFT' not null;

-- back
alter table books modify column status enum ('DRAFT', 'FOR_SALE') default 'DRAFT' not null;
