-- forward
select setval('invoice_seq', cast(greatest(nextval('invoice_seq') - 40, 10) as bigint), false);
alter sequence invoice_seq start with 1 increment by 10;

-- back
select setval('invoice_seq', cast(greatest(nextval('invoice_seq') + 40, 50) as bigint), false);
alter sequence invoice_seq start with 1 increment by 50;
