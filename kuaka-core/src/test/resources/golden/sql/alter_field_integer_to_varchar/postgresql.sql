-- forward
-- must be empty: Column "pages" of table "books" has texts longer than 10 characters. Fix those rows first.
select 1 from books where char_length(pages::text) > 10;
alter table books alter column pages type varchar(10) using pages::text;

-- back
-- must be empty: Column "pages" of table "books" has values with a fraction, which would be lost. Fix those rows first.
select 1 from books where cast(pages as numeric) <> round(cast(pages as numeric));
-- must be empty: Column "pages" of table "books" has values too large for its new type. Fix those rows first.
select 1 from books where cast(pages as numeric) not between -2147483648 and 2147483647;
alter table books alter column pages type integer using pages::integer;
