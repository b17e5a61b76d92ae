-- forward
-- must be empty: Column "pages" of table "books" has texts longer than 10 characters. Fix those rows first.
select 1 from books where char_length(cast(pages as char)) > 10;
alter table books modify column pages varchar(10);

-- back
-- must be empty: Column "pages" of table "books" has values that aren't whole numbers. Fix those rows first.
select 1 from books where pages not regexp '^ *[+-]?[0-9]+ *$';
-- must be empty: Column "pages" of table "books" has values too large for its new type. Fix those rows first.
select 1 from books where cast(pages as decimal(65, 30)) not between -2147483648 and 2147483647;
alter table books modify column pages integer;
