-- forward
-- nothing

-- back
-- nothing
