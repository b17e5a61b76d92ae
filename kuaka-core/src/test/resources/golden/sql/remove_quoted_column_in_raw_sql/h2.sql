-- forward
alter table Shelf drop constraint shelf_code_check;
alter table Shelf drop column "Code";

-- back
-- must be empty: Table "Shelf" has rows that violate "shelf_code_check". Fix or delete those rows first.
select 1 from (select '' as "Code", child.room as room from Shelf child) Shelf where not (length("Code") > 1 and room <> 'room');
alter table Shelf add column "Code" varchar(9) default '' not null;
alter table Shelf alter column "Code" drop default;
-- must be empty: Table "Shelf" has rows that violate "shelf_code_check". Fix or delete those rows first.
select 1 from Shelf where not (length("Code") > 1 and room <> 'room');
alter table Shelf add constraint shelf_code_check check (length("Code") > 1 and room <> 'room');
