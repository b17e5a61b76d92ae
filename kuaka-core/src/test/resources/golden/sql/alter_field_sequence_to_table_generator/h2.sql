-- forward
update counters set next_value = (select next_number - 1 from (select base_value as next_number from information_schema.sequences where sequence_schema = current_schema and sequence_name = 'INVOICE_SEQ') former_row) where name = 'Author' and next_value < (select next_number - 1 from (select base_value as next_number from information_schema.sequences where sequence_schema = current_schema and sequence_name = 'INVOICE_SEQ') former_row);
insert into counters (name, next_value) select 'Author', next_number - 1 from (select base_value as next_number from information_schema.sequences where sequence_schema = current_schema and sequence_name = 'INVOICE_SEQ') former_row where next_number - 1 is not null and not exists (select 1 from counters where name = 'Author');
update counters set next_value = (select max(id) + 10 from Author) where name = 'Author' and next_value < (select max(id) + 10 from Author);
insert into counters (name, next_value) select 'Author', max(id) + 10 from Author having max(id) + 10 is not null and not exists (select 1 from counters where name = 'Author');

-- back
alter sequence invoice_seq restart with greatest(next value for invoice_seq, coalesce((select max(next_value) + 1 + 40 as next_number from counters where name = 'Author'), 1));
alter sequence invoice_seq restart with greatest(next value for invoice_seq, coalesce((select max(id) + 50 from Author), 1));
