-- forward
alter table books drop column pages;

-- back
alter table books add column pages integer;
