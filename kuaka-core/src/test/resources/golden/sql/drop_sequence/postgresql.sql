-- forward
drop sequence invoice_seq;

-- back
create sequence invoice_seq start with 1 increment by 50;
