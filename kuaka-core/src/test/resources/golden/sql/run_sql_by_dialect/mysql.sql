-- forward
select 1;
select 2;

-- back
select 3;
