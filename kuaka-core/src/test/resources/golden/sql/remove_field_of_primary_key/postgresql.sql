-- forward
alter table flags drop constraint flags_pkey;
alter table flags drop column place;
alter table flags add constraint flags_pkey primary key (ship_id);

-- back
alter table flags drop constraint flags_pkey;
alter table flags add column place integer default 0 not null;
alter table flags alter column place drop default;
alter table flags add constraint flags_pkey primary key (ship_id, place);
