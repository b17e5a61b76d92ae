-- forward
alter table Ship rename constraint pk_ship to ship_pkey;

-- back
alter table Ship rename constraint ship_pkey to pk_ship;
