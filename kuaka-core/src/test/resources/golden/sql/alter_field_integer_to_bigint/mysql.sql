-- forward
alter table books modify column pages bigint;

-- back
alter table books modify column pages integer;
