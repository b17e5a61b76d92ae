-- forward
alter table counters rename to numbers;
alter table numbers rename constraint counters_pkey to numbers_pkey;

-- back
alter table numbers rename to counters;
alter table counters rename constraint numbers_pkey to counters_pkey;
