-- forward
alter table counters rename to numbers;

-- back
alter table numbers rename to counters;
