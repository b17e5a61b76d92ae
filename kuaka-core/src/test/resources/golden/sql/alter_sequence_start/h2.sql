-- forward
alter sequence invoice_seq restart with greatest(next value for invoice_seq, 1000);
alter sequence invoice_seq start with 1000 increment by 50;

-- back
alter sequence invoice_seq start with 1 increment by 50;
