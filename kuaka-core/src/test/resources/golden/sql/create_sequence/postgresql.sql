-- forward
create sequence order_seq start with 100 increment by 1;

-- back
drop sequence order_seq;
