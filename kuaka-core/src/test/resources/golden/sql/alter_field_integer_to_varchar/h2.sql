-- forward
alter table books alter column pages set data type varchar(10);

-- back
alter table books alter column pages set data type integer;
