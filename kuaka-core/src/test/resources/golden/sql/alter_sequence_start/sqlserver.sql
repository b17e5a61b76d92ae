-- forward
if (select cast(current_value as bigint) from sys.sequences where object_id = object_id('invoice_seq')) < 1000 alter sequence invoice_seq restart with 1000;

-- back
-- nothing
