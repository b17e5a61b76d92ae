-- forward
update books set pages = 7 where pages is null;
alter table books alter column pages set not null;

-- back
alter table books alter column pages drop not null;
