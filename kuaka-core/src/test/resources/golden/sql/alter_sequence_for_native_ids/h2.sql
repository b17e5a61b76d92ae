-- forward
drop sequence invoice_seq;

-- back
create sequence invoice_seq start with 1 increment by 50;
alter sequence invoice_seq restart with greatest(next value for invoice_seq, coalesce((select max(id) + 50 from Author), 1));
