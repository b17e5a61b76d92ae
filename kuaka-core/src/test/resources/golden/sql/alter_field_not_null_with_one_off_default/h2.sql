-- forward
update books set isbn = '?' where isbn is null;
alter table books alter column isbn set not null;

-- back
alter table books alter column isbn drop not null;
