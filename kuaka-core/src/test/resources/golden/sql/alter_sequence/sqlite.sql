-- forward
update invoice_seq set next_val = max(next_val - 40, 10);

-- back
update invoice_seq set next_val = max(next_val + 40, 50);
