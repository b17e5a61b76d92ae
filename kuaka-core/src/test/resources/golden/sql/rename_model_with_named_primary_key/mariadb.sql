-- forward
alter table Ship rename to Boat;
alter table Boat rename index ship_berth_side_berth_harbor_berth_number_fkey to boat_berth_side_berth_harbor_berth_number_fkey;
alter table Boat
    drop foreign key ship_berth_side_berth_harbor_berth_number_fkey,
    add constraint boat_berth_side_berth_harbor_berth_number_fkey foreign key (berth_side, berth_harbor, berth_number) references Berth (side, pier_harbor, pier_number);

-- back
alter table Boat rename to Ship;
alter table Ship rename index boat_berth_side_berth_harbor_berth_number_fkey to ship_berth_side_berth_harbor_berth_number_fkey;
alter table Ship
    drop foreign key boat_berth_side_berth_harbor_berth_number_fkey,
    add constraint ship_berth_side_berth_harbor_berth_number_fkey foreign key (berth_side, berth_harbor, berth_number) references Berth (side, pier_harbor, pier_number);
