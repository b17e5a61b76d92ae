-- forward
update invoice_seq set next_val = max(next_val, 1000);

-- back
-- nothing
