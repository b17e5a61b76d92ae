-- forward
alter table books alter column title set data type varchar(400);

-- back
-- must be empty: Column "title" of table "books" has texts of more than 200 characters. Update them before the column changes.
select 1 from books where char_length(title) > 200;
alter table books alter column title set data type varchar(200);
