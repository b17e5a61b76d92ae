-- forward
create sequence Author_SEQ start with 1 increment by 50;
alter sequence Author_SEQ restart with next value for invoice_seq;
drop sequence invoice_seq;

-- back
create sequence invoice_seq start with 1 increment by 50;
alter sequence invoice_seq restart with next value for Author_SEQ;
drop sequence Author_SEQ;
