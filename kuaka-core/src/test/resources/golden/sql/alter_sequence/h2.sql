-- forward
alter sequence invoice_seq restart with greatest(next value for invoice_seq - 40, 10);
alter sequence invoice_seq start with 1 increment by 10;

-- back
alter sequence invoice_seq restart with greatest(next value for invoice_seq + 40, 50);
alter sequence invoice_seq start with 1 increment by 50;
