-- forward
alter table books add column language varchar(2) default 'en' not null;
alter table books alter column language drop default;

-- back
alter table books drop column language;
