-- forward
alter sequence invoice_seq start with 1000 increment by 50;
select setval(invoice_seq, 1000, false);

-- back
alter sequence invoice_seq start with 1 increment by 50;
