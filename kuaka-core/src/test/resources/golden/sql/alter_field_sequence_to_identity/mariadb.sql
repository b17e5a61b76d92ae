-- forward
alter table Author modify column id bigint not null auto_increment;
set @kuaka_numbering = (select concat('alter table Author auto_increment = ', greatest(coalesce(max(id), 0) + 1, coalesce((select next_not_cached_value as next_number from invoice_seq), 1))) from Author);
prepare kuaka_numbering from @kuaka_numbering;
execute kuaka_numbering;
deallocate prepare kuaka_numbering;

-- back
insert into invoice_seq select greatest(next_not_cached_value, coalesce((select max(auto_increment) + 49 as next_number from information_schema.tables where table_schema = database() and table_name = 'Author'), 1)), minimum_value, maximum_value, start_value, increment, cache_size, cycle_option, cycle_count from invoice_seq;
alter table Author modify column id bigint not null;
insert into invoice_seq select greatest(next_not_cached_value, coalesce((select max(id) + 50 from Author), 1)), minimum_value, maximum_value, start_value, increment, cache_size, cycle_option, cycle_count from invoice_seq;
