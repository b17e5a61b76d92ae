-- forward
alter table books add column language varchar(2) default 'en' not null;
alter table books modify column language varchar(2) not null;

-- back
alter table books drop column language;
