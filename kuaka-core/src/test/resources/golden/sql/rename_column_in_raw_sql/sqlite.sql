-- forward
alter table Shelf rename column room to chamber;

-- back
alter table Shelf rename column chamber to room;
