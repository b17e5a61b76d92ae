-- forward
-- in batches
update books set pages = (select pages from books e1 where 1 = 1 and (title = (books.title)) order by pages desc, title limit 1) where (pages is null) and ((id) > (?)) and ((id) <= (?));

-- back
-- nothing
