-- forward
alter table books add column sheets integer generated always as (pages / 2);

-- back
alter table books drop column sheets;
