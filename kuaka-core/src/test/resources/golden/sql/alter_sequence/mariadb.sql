-- forward
insert into invoice_seq select greatest(next_not_cached_value - 40, 10), minimum_value, maximum_value, start_value, increment, cache_size, cycle_option, cycle_count from invoice_seq;
alter sequence invoice_seq start with 1 increment by 10;

-- back
insert into invoice_seq select greatest(next_not_cached_value + 40, 50), minimum_value, maximum_value, start_value, increment, cache_size, cycle_option, cycle_count from invoice_seq;
alter sequence invoice_seq start with 1 increment by 50;
