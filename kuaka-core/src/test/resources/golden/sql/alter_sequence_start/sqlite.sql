-- forward
update invoice_seq set next_val = 1000 where next_val < 1000;

-- back
-- nothing
