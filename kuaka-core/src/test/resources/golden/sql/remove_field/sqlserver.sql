-- forward
alter table books drop column pages;

-- back
alter table books add pages int;
