-- forward
alter table Shelf drop constraint shelf_code_check;
exec sp_rename 'Shelf.[Code]', 'Sign', 'column';
alter table Shelf add constraint shelf_code_check check (length([Sign]) > 1 and room <> 'room');

-- back
alter table Shelf drop constraint shelf_code_check;
exec sp_rename 'Shelf.[Sign]', 'Code', 'column';
alter table Shelf add constraint shelf_code_check check (length([Code]) > 1 and room <> 'room');
