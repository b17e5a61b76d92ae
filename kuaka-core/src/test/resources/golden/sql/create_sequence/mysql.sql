-- forward
create table order_seq (next_val bigint) engine=InnoDB;
insert into order_seq values (100);

-- back
drop table order_seq;
