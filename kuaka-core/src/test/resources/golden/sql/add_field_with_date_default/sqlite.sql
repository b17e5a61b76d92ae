-- forward
alter table books add column released date default 1709164800000 not null;

-- back
alter table books drop column released;
