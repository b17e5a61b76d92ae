-- forward
alter table flags drop constraint flags_pkey;
alter table flags add constraint flags_pkey primary key (place, ship_id);

-- back
alter table flags drop constraint flags_pkey;
alter table flags add constraint flags_pkey primary key (ship_id, place);
