-- forward
alter sequence invoice_seq increment by 10;

-- back
alter sequence invoice_seq increment by 50;
