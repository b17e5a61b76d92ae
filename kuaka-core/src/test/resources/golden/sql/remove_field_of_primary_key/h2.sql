-- forward
-- must be empty: Table "flags" has duplicate values in "ship_id", which would violate the primary key of "flags". Fix or delete those rows first.
select 1 from flags child where child.ship_id is not null group by child.ship_id having count(*) > 1;
alter table flags drop constraint flags_ship_id_fkey;
alter table flags drop constraint flags_pkey;
alter table flags drop column place;
alter table flags add constraint flags_pkey primary key (ship_id);
alter table flags add constraint flags_ship_id_fkey foreign key (ship_id) references Ship (id);

-- back
-- must be empty: Table "flags" has duplicate values in "ship_id", "place", which would violate the primary key of "flags". Fix or delete those rows first.
select 1 from flags child where child.ship_id is not null group by child.ship_id having count(*) > 1;
alter table flags drop constraint flags_ship_id_fkey;
alter table flags drop constraint flags_pkey;
alter table flags add column place integer default 0 not null;
alter table flags alter column place drop default;
alter table flags add constraint flags_pkey primary key (ship_id, place);
alter table flags add constraint flags_ship_id_fkey foreign key (ship_id) references Ship (id);
