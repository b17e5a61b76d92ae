-- forward
update invoice_seq set next_val = greatest(next_val - 40, 10);

-- back
update invoice_seq set next_val = greatest(next_val + 40, 50);
