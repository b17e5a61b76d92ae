-- forward
create sequence bill_seq start with 1 increment by 50;
alter sequence bill_seq restart with next value for invoice_seq;
drop sequence invoice_seq;

-- back
create sequence invoice_seq start with 1 increment by 50;
alter sequence invoice_seq restart with next value for bill_seq;
drop sequence bill_seq;
