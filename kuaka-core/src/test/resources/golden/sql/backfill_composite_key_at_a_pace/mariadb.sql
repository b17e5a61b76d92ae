-- forward
-- in batches
update Page set content = lower(content) where (content <> '?') and (book_id >= ? and (book_id > ? or book_id = ? and number > ?)) and (book_id <= ? and (book_id < ? or book_id = ? and number <= ?));

-- back
-- nothing
