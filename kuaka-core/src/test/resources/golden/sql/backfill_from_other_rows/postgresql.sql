-- forward
-- in batches
update books set pages = (select count(*) from Book_tags e1 where books.id = e1.Book_id and (tags <> 'x')), price = 1 where (exists (select 1 from Book_tags e1 where books.id = e1.Book_id and (tags like 'K\_%' escape '\'))) and ((id) > (?)) and ((id) <= (?));

-- back
-- nothing
