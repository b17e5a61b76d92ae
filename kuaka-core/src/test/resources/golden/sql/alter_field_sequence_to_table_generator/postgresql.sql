-- forward
update counters set next_value = (select next_number - 1 from (select case when is_called then last_value + 50 else last_value end as next_number from invoice_seq) former_row) where name = 'Author' and next_value < (select next_number - 1 from (select case when is_called then last_value + 50 else last_value end as next_number from invoice_seq) former_row);
insert into counters (name, next_value) select 'Author', next_number - 1 from (select case when is_called then last_value + 50 else last_value end as next_number from invoice_seq) former_row where next_number - 1 is not null and not exists (select 1 from counters where name = 'Author');
update counters set next_value = (select max(id) + 10 from Author) where name = 'Author' and next_value < (select max(id) + 10 from Author);
insert into counters (name, next_value) select 'Author', max(id) + 10 from Author having max(id) + 10 is not null and not exists (select 1 from counters where name = 'Author');

-- back
select setval('invoice_seq', cast(greatest(nextval('invoice_seq'), coalesce((select max(next_value) + 1 + 40 as next_number from counters where name = 'Author'), 1)) as bigint), false);
select setval('invoice_seq', cast(greatest(nextval('invoice_seq'), coalesce((select max(id) + 50 from Author), 1)) as bigint), false);
