-- forward
alter table flags drop foreign key flags_ship_id_fkey;
alter table flags
    drop primary key,
    add primary key (place, ship_id),
    add constraint flags_ship_id_fkey foreign key (ship_id) references Ship (id);

-- back
alter table flags drop foreign key flags_ship_id_fkey;
drop index flags_ship_id_fkey on flags;
alter table flags
    drop primary key,
    add primary key (ship_id, place),
    add constraint flags_ship_id_fkey foreign key (ship_id) references Ship (id);
