-- forward
drop table invoice_seq;

-- back
create table invoice_seq (next_val bigint) engine=InnoDB;
insert into invoice_seq values (1);
update invoice_seq set next_val = greatest(next_val, coalesce((select max(id) + 50 from Author), 1));
