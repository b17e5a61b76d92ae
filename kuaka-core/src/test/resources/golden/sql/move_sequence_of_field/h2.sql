-- forward
create sequence ids start with 1 increment by 50;
alter sequence ids restart with next value for invoice_seq;
drop sequence invoice_seq;

-- back
create sequence invoice_seq start with 1 increment by 50;
alter sequence invoice_seq restart with next value for ids;
drop sequence ids;
