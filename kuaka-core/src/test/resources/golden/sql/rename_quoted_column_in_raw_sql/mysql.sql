-- forward
alter table Shelf drop constraint shelf_code_check;
alter table Shelf rename column `Code` to `Sign`;
alter table Shelf add constraint shelf_code_check check (length(`Sign`) > 1 and room <> 'room');

-- back
alter table Shelf drop constraint shelf_code_check;
alter table Shelf rename column `Sign` to `Code`;
alter table Shelf add constraint shelf_code_check check (length(`Code`) > 1 and room <> 'room');
