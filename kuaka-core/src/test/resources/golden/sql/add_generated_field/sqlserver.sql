-- forward
alter table books add sheets as (pages / 2) persisted;

-- back
alter table books drop column sheets;
