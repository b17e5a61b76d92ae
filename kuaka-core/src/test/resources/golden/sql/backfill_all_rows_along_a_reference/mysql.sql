-- forward
-- in batches
update books set title = coalesce(title, concat(lower((select k1.name from Author k1 where k1.id = books.author_id)), '''s')), status = coalesce(status, 'FOR_SALE') where (id > ?) and (id <= ?);

-- back
-- nothing
