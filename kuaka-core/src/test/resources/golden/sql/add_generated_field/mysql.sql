-- forward
alter table books add column sheets integer as (pages / 2) stored;

-- back
alter table books drop column sheets;
