-- forward
alter table flags drop constraint "PK flags";
alter table flags add column mast integer default 1 not null;
alter table flags alter column mast drop default;
alter table flags add constraint "PK flags" primary key (ship_id, place, mast);

-- back
alter table flags drop constraint "PK flags";
alter table flags drop column mast;
alter table flags add constraint "PK flags" primary key (ship_id, place);
