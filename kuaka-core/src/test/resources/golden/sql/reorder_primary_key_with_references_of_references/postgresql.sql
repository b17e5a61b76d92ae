-- forward
alter table Pier drop constraint pier_next_harbor_next_number_fkey;
alter table Berth drop constraint berth_pier_harbor_pier_number_fkey;
alter table Ship drop constraint ship_berth_side_berth_harbor_berth_number_fkey;
alter table Pier drop constraint pier_pkey;
alter table Pier add constraint pier_pkey primary key (number, harbor);
alter table Berth drop constraint berth_pkey;
alter table Berth add constraint berth_pkey primary key (side, pier_number, pier_harbor);
alter table Pier add constraint pier_next_number_next_harbor_fkey foreign key (next_number, next_harbor) references Pier (number, harbor);
alter table Berth add constraint berth_pier_number_pier_harbor_fkey foreign key (pier_number, pier_harbor) references Pier (number, harbor);
alter table Ship add constraint ship_berth_side_berth_number_berth_harbor_fkey foreign key (berth_side, berth_number, berth_harbor) references Berth (side, pier_number, pier_harbor);

-- back
alter table Pier drop constraint pier_next_number_next_harbor_fkey;
alter table Berth drop constraint berth_pier_number_pier_harbor_fkey;
alter table Ship drop constraint ship_berth_side_berth_number_berth_harbor_fkey;
alter table Pier drop constraint pier_pkey;
alter table Pier add constraint pier_pkey primary key (harbor, number);
alter table Berth drop constraint berth_pkey;
alter table Berth add constraint berth_pkey primary key (side, pier_harbor, pier_number);
alter table Pier add constraint pier_next_harbor_next_number_fkey foreign key (next_harbor, next_number) references Pier (harbor, number);
alter table Berth add constraint berth_pier_harbor_pier_number_fkey foreign key (pier_harbor, pier_number) references Pier (harbor, number);
alter table Ship add constraint ship_berth_side_berth_harbor_berth_number_fkey foreign key (berth_side, berth_harbor, berth_number) references Berth (side, pier_harbor, pier_number);
