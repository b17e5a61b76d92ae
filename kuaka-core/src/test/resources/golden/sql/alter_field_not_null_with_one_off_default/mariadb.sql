-- forward
update books set isbn = '?' where isbn is null;
alter table books modify column isbn varchar(13) not null;

-- back
alter table books modify column isbn varchar(13);
