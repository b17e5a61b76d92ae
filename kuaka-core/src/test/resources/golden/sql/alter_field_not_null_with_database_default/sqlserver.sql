-- forward
update books set pages = 7 where pages is null;
alter table books alter column pages int not null;

-- back
alter table books alter column pages int null;
