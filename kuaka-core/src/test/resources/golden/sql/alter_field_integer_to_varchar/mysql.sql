-- forward
alter table books modify column pages varchar(10);

-- back
alter table books modify column pages integer;
