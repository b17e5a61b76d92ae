-- forward
create sequence invoice_seq start with 1 increment by 50;
alter sequence invoice_seq restart with greatest(next value for invoice_seq, coalesce((select max(id) + 50 from Author), 1));

-- back
drop sequence invoice_seq;
