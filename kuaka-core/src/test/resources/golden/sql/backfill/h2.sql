-- forward
-- in batches
update books set pages = 0 where (pages is null) and ((id) > (?)) and ((id) <= (?));

-- back
-- in batches
update books set pages = null where (pages = 0) and ((id) > (?)) and ((id) <= (?));
