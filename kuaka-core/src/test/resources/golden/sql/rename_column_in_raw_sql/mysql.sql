-- forward
alter table Shelf drop constraint shelf_code_check;
alter table Shelf rename column room to chamber;
alter table Shelf add constraint shelf_code_check check (length(`Code`) > 1 and chamber <> 'room');

-- back
alter table Shelf drop constraint shelf_code_check;
alter table Shelf rename column chamber to room;
alter table Shelf add constraint shelf_code_check check (length(`Code`) > 1 and room <> 'room');
