-- forward
update invoice_seq set next_val = greatest(next_val, 1000);

-- back
-- nothing
