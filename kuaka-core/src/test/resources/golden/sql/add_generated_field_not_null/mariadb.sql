-- forward
alter table books add column cents decimal(12,2) as (price * 100) stored;

-- back
alter table books drop column cents;
