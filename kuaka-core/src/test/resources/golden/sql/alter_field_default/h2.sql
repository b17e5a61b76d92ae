-- forward
alter table books alter column price set default 1;

-- back
alter table books alter column price set default 0;
