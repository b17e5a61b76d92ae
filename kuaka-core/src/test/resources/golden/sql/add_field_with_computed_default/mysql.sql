-- forward
alter table books add column shelf varchar(20) default (lower('A1')) not null;

-- back
alter table books drop column shelf;
