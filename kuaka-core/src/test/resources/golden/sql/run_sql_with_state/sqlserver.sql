-- forward
alter table books add column weight integer;

-- back
alter table books drop column weight;
