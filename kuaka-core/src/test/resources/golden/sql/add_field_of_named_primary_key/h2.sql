-- forward
-- must be empty: Table "flags" has duplicate values in "ship_id", "place", "mast", which would violate the primary key of "flags". Fix or delete those rows first.
select 1 from flags child where child.ship_id is not null and child.place is not null group by child.ship_id, child.place having count(*) > 1;
alter table flags drop constraint flags_ship_id_fkey;
alter table flags drop constraint "PK flags";
alter table flags add column mast integer default 1 not null;
alter table flags alter column mast drop default;
alter table flags add constraint "PK flags" primary key (ship_id, place, mast);
alter table flags add constraint flags_ship_id_fkey foreign key (ship_id) references Ship (id);

-- back
-- must be empty: Table "flags" has duplicate values in "ship_id", "place", which would violate the primary key of "flags". Fix or delete those rows first.
select 1 from flags child where child.ship_id is not null and child.place is not null group by child.ship_id, child.place having count(*) > 1;
alter table flags drop constraint flags_ship_id_fkey;
alter table flags drop constraint "PK flags";
alter table flags drop column mast;
alter table flags add constraint "PK flags" primary key (ship_id, place);
alter table flags add constraint flags_ship_id_fkey foreign key (ship_id) references Ship (id);
