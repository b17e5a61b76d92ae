-- forward
alter sequence invoice_seq start with 1 increment by 10;

-- back
alter sequence invoice_seq start with 1 increment by 50;
