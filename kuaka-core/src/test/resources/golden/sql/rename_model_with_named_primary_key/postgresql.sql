-- forward
alter table Ship rename to Boat;
alter table Boat rename constraint ship_berth_side_berth_harbor_berth_number_fkey to boat_berth_side_berth_harbor_berth_number_fkey;

-- back
alter table Boat rename to Ship;
alter table Ship rename constraint boat_berth_side_berth_harbor_berth_number_fkey to ship_berth_side_berth_harbor_berth_number_fkey;
