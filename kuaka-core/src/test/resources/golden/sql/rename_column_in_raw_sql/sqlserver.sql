-- forward
alter table Shelf drop constraint shelf_code_check;
exec sp_rename 'Shelf.room', 'chamber', 'column';
alter table Shelf add constraint shelf_code_check check (length([Code]) > 1 and chamber <> 'room');

-- back
alter table Shelf drop constraint shelf_code_check;
exec sp_rename 'Shelf.chamber', 'room', 'column';
alter table Shelf add constraint shelf_code_check check (length([Code]) > 1 and room <> 'room');
