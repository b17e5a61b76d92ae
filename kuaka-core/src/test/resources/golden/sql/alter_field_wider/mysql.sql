-- forward
alter table books modify column title varchar(400) not null;

-- back
alter table books modify column title varchar(200) not null;
