-- forward
alter table books add column extra integer;

-- back
alter table books drop column extra;
