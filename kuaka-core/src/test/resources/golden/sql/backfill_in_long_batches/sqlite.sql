-- forward
-- in batches
update Author set name = email where (email like '%@_' escape '\') and ((id) > (?)) and ((id) <= (?));

-- back
-- in batches
update Author set name = '?' where ((id) > (?)) and ((id) <= (?));
