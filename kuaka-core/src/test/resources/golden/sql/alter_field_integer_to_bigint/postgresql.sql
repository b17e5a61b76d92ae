-- forward
alter table books alter column pages type bigint;

-- back
alter table books alter column pages type integer;
