-- forward
alter table flags drop constraint flags_pkey;
alter table flags drop column place;
alter table flags add constraint flags_pkey primary key (ship_id);

-- back
alter table flags drop constraint flags_pkey;
alter table flags add place int constraint df_flags_place default 0 not null;
alter table flags drop constraint df_flags_place;
alter table flags add constraint flags_pkey primary key (ship_id, place);
