-- forward
alter table books modify column title varchar(200);

-- back
update books set title = '' where title is null;
alter table books modify column title varchar(200) not null;
