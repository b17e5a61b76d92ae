-- forward
alter table books alter column pages type varchar(10) using pages::text;

-- back
alter table books alter column pages type integer using pages::integer;
