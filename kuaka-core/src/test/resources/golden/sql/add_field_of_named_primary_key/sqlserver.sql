-- forward
alter table flags drop constraint [PK flags];
alter table flags add mast int constraint df_flags_mast default 1 not null;
alter table flags drop constraint df_flags_mast;
alter table flags add constraint [PK flags] primary key (ship_id, place, mast);

-- back
alter table flags drop constraint [PK flags];
alter table flags drop column mast;
alter table flags add constraint [PK flags] primary key (ship_id, place);
