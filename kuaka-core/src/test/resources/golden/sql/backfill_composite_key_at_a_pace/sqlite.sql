-- forward
-- in batches
update Page set content = lower(content) where (content <> '?') and ((book_id, number) > (?, ?)) and ((book_id, number) <= (?, ?));

-- back
-- nothing
