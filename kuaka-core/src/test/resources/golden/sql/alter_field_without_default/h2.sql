-- forward
alter table books alter column price drop default;

-- back
alter table books alter column price set default 0;
