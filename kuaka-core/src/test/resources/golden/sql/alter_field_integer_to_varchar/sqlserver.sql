-- forward
-- must be empty: Column "pages" of table "books" has texts longer than 10 characters. Fix those rows first.
select 1 from books where len(cast(pages as varchar(max)) + '.') - 1 > 10;
alter table books alter column pages varchar(10) null;

-- back
-- must be empty: Column "pages" of table "books" has values that aren't whole numbers. Fix those rows first.
select 1 from books where pages is not null and try_cast(nullif(pages, '') as bigint) is null;
-- must be empty: Column "pages" of table "books" has values too large for its new type. Fix those rows first.
select 1 from books where cast(pages as numeric(38, 10)) not between -2147483648 and 2147483647;
alter table books alter column pages int null;
