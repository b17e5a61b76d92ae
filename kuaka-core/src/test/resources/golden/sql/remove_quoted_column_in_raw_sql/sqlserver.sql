-- forward
alter table Shelf drop constraint shelf_code_check;
alter table Shelf drop column [Code];

-- back
alter table Shelf add [Code] varchar(9) constraint df_Shelf_Code default '' not null;
alter table Shelf drop constraint df_Shelf_Code;
alter table Shelf add constraint shelf_code_check check (length([Code]) > 1 and room <> 'room');
