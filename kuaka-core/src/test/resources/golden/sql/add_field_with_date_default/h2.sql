-- forward
alter table books add column released date default date '2024-02-29' not null;

-- back
alter table books drop column released;
