-- forward
alter table books modify column price decimal(10,2) not null;

-- back
alter table books modify column price decimal(10,2) default 0 not null;
