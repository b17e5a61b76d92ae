-- forward
alter table books alter column title set data type varchar(400);

-- back
alter table books alter column title set data type varchar(200);
