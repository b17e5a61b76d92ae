-- forward
alter table Author modify column id bigint not null auto_increment;
insert into invoice_seq select greatest(next_not_cached_value, coalesce((select max(id) + 50 from Author), 1)), minimum_value, maximum_value, start_value, increment, cache_size, cycle_option, cycle_count from invoice_seq;

-- back
alter table Author modify column id bigint not null;
insert into invoice_seq select greatest(next_not_cached_value, coalesce((select max(id) + 50 from Author), 1)), minimum_value, maximum_value, start_value, increment, cache_size, cycle_option, cycle_count from invoice_seq;
