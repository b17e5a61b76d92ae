-- forward
alter table books alter column pages set data type bigint;

-- back
alter table books alter column pages set data type integer;
