-- forward
alter table books add column sheets integer generated always as (pages / 2) stored;

-- back
alter table books drop column sheets;
