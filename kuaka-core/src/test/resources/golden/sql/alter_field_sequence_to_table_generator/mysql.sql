-- forward
update counters set next_value = (select max(id) + 10 from Author) where name = 'Author' and next_value < (select max(id) + 10 from Author);
insert into counters (name, next_value) select 'Author', max(id) + 10 from Author having max(id) + 10 is not null and not exists (select 1 from counters where name = 'Author');

-- back
update invoice_seq set next_val = greatest(next_val, coalesce((select max(id) + 50 from Author), 1));
