-- forward
insert into invoice_seq select greatest(next_not_cached_value, 1000), minimum_value, maximum_value, start_value, increment, cache_size, cycle_option, cycle_count from invoice_seq;
alter sequence invoice_seq start with 1000 increment by 50;

-- back
alter sequence invoice_seq start with 1 increment by 50;
