-- forward
update books set pages = null where pages = 0;

-- back
update books set pages = 0 where pages is null;
