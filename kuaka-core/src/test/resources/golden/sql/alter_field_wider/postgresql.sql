-- forward
alter table books alter column title type varchar(400);

-- back
alter table books alter column title type varchar(200);
