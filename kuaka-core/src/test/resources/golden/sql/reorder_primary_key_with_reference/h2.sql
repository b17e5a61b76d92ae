-- forward
alter table Ship drop constraint ship_berth_side_berth_harbor_berth_number_fkey;
alter table Berth drop constraint berth_pkey;
alter table Berth add constraint berth_pkey primary key (pier_harbor, pier_number, side);
alter table Ship add constraint ship_berth_harbor_berth_number_berth_side_fkey foreign key (berth_harbor, berth_number, berth_side) references Berth (pier_harbor, pier_number, side);

-- back
alter table Berth drop constraint berth_pier_harbor_pier_number_fkey;
alter table Ship drop constraint ship_berth_harbor_berth_number_berth_side_fkey;
alter table Berth drop constraint berth_pkey;
alter table Berth add constraint berth_pkey primary key (side, pier_harbor, pier_number);
alter table Berth add constraint berth_pier_harbor_pier_number_fkey foreign key (pier_harbor, pier_number) references Pier (harbor, number);
alter table Ship add constraint ship_berth_side_berth_harbor_berth_number_fkey foreign key (berth_side, berth_harbor, berth_number) references Berth (side, pier_harbor, pier_number);
