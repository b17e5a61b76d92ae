-- forward
alter table books alter column title type text;

-- back
alter table books alter column title type varchar(200);
