-- forward
alter table books alter column title type text;

-- back
-- must be empty: Column "title" of table "books" has texts longer than 200 characters. Fix those rows first.
select 1 from books where char_length(title) > 200;
alter table books alter column title type varchar(200);
