-- forward
-- must be empty: Table "flags" has duplicate values in "ship_id", "place", "mast", which would violate the primary key of "flags". Fix or delete those rows first.
select 1 from flags child where child.ship_id is not null and child.place is not null group by child.ship_id, child.place having count(*) > 1;
alter table flags drop foreign key flags_ship_id_fkey;
alter table flags
    drop primary key,
    add column mast integer default 1 not null;
alter table flags
    modify column mast integer not null,
    add primary key (ship_id, place, mast);
alter table flags add constraint flags_ship_id_fkey foreign key (ship_id) references Ship (id);

-- back
-- must be empty: Table "flags" has duplicate values in "ship_id", "place", which would violate the primary key of "flags". Fix or delete those rows first.
select 1 from flags child where child.ship_id is not null and child.place is not null group by child.ship_id, child.place having count(*) > 1;
alter table flags drop foreign key flags_ship_id_fkey;
alter table flags
    drop primary key,
    drop column mast,
    add primary key (ship_id, place),
    add constraint flags_ship_id_fkey foreign key (ship_id) references Ship (id);
