-- forward
alter table Shelf drop constraint shelf_code_check;
alter table Shelf drop constraint shelf_room_check;
alter table Shelf drop column room;

-- back
alter table Shelf add room varchar(20) constraint df_Shelf_room default '' not null;
alter table Shelf drop constraint df_Shelf_room;
alter table Shelf add constraint shelf_code_check check (length([Code]) > 1 and room <> 'room');
alter table Shelf add constraint shelf_room_check check (ROOM <> 'Code');
