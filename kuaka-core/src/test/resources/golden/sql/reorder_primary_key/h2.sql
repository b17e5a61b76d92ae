-- forward
alter table flags drop constraint flags_ship_id_fkey;
alter table flags drop constraint flags_pkey;
alter table flags add constraint flags_pkey primary key (place, ship_id);
alter table flags add constraint flags_ship_id_fkey foreign key (ship_id) references Ship (id);

-- back
alter table flags drop constraint flags_pkey;
alter table flags add constraint flags_pkey primary key (ship_id, place);
