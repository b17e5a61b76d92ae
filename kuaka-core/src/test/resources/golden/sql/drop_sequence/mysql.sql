-- forward
drop table invoice_seq;

-- back
create table invoice_seq (next_val bigint) engine=InnoDB;
insert into invoice_seq values (1);
