-- forward
alter table Berth rename constraint berth_pkey to pk_berth;

-- back
alter table Berth rename constraint pk_berth to berth_pkey;
