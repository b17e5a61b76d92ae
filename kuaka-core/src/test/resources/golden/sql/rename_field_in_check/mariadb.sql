-- forward
alter table books rename column price to cost;

-- back
alter table books rename column cost to price;
