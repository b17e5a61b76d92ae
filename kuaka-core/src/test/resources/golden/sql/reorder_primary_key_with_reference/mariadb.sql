-- forward
alter table Berth drop foreign key berth_pier_harbor_pier_number_fkey;
alter table Ship drop foreign key ship_berth_side_berth_harbor_berth_number_fkey;
drop index berth_pier_harbor_pier_number_fkey on Berth;
alter table Berth
    drop primary key,
    add primary key (pier_harbor, pier_number, side);
drop index ship_berth_side_berth_harbor_berth_number_fkey on Ship;
alter table Berth add constraint berth_pier_harbor_pier_number_fkey foreign key (pier_harbor, pier_number) references Pier (harbor, number);
alter table Ship add constraint ship_berth_harbor_berth_number_berth_side_fkey foreign key (berth_harbor, berth_number, berth_side) references Berth (pier_harbor, pier_number, side);

-- back
alter table Berth drop foreign key berth_pier_harbor_pier_number_fkey;
alter table Ship drop foreign key ship_berth_harbor_berth_number_berth_side_fkey;
alter table Berth
    drop primary key,
    add primary key (side, pier_harbor, pier_number);
drop index ship_berth_harbor_berth_number_berth_side_fkey on Ship;
alter table Berth add constraint berth_pier_harbor_pier_number_fkey foreign key (pier_harbor, pier_number) references Pier (harbor, number);
alter table Ship add constraint ship_berth_side_berth_harbor_berth_number_fkey foreign key (berth_side, berth_harbor, berth_number) references Berth (side, pier_harbor, pier_number);
