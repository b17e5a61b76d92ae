-- forward
drop sequence invoice_seq;

-- back
create sequence invoice_seq start with 1 increment by 50 nocache;
insert into invoice_seq select greatest(next_not_cached_value, coalesce((select max(id) + 50 from Author), 1)), minimum_value, maximum_value, start_value, increment, cache_size, cycle_option, cycle_count from invoice_seq;
