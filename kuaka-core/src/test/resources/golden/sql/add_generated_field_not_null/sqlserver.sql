-- forward
alter table books add cents as (price * 100) persisted;

-- back
alter table books drop column cents;
