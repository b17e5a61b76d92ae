-- forward
alter table Shelf drop constraint shelf_code_check;
alter table Shelf drop constraint shelf_room_check;
alter table Shelf drop column room;

-- back
-- must be empty: Table "Shelf" has rows that violate "shelf_code_check". Fix or delete those rows first.
select 1 from (select child."Code" as "Code", '' as room from Shelf child) Shelf where not (length("Code") > 1 and room <> 'room');
-- must be empty: Table "Shelf" has rows that violate "shelf_room_check". Fix or delete those rows first.
select 1 from (select '' as room from Shelf child) Shelf where not (ROOM <> 'Code');
alter table Shelf add column room varchar(20) default '' not null;
alter table Shelf alter column room drop default;
-- must be empty: Table "Shelf" has rows that violate "shelf_code_check". Fix or delete those rows first.
select 1 from Shelf where not (length("Code") > 1 and room <> 'room');
alter table Shelf add constraint shelf_code_check check (length("Code") > 1 and room <> 'room');
-- must be empty: Table "Shelf" has rows that violate "shelf_room_check". Fix or delete those rows first.
select 1 from Shelf where not (ROOM <> 'Code');
alter table Shelf add constraint shelf_room_check check (ROOM <> 'Code');
