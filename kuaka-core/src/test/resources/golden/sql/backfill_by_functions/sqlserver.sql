-- forward
-- in batches
update books set title = case when isbn is null then trim(title) when datepart(year, created_at) < 2000 then 'old' else substring(title, 1, 5) end, pages = abs(pages - 100) where (lower(title) like lower('%x%') escape '\' and pages >= 1 and pages <= 9 and ((exists (select 1 from Book_tags e1 where books.id = e1.Book_id)) or len(title) > 3)) and (id > ?) and (id <= ?);

-- back
-- nothing
