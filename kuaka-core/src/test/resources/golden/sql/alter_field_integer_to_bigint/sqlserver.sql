-- forward
alter table books alter column pages bigint null;

-- back
-- must be empty: Column "pages" of table "books" has values too large for its new type. Fix those rows first.
select 1 from books where pages not between -2147483648 and 2147483647;
alter table books alter column pages int null;
