-- forward
select setval('invoice_seq', cast(greatest(nextval('invoice_seq'), 1000) as bigint), false);
alter sequence invoice_seq start with 1000 increment by 50;

-- back
alter sequence invoice_seq start with 1 increment by 50;
