-- forward
update books set pages = 7 where pages is null;
alter table books modify column pages integer default 7 not null;

-- back
alter table books modify column pages integer default 7;
