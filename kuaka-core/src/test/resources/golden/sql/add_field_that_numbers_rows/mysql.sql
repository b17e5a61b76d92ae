-- forward
alter table flags add column mast integer;
update flags set mast = (select counted.place from (select ship_id as c0, place as c1, row_number() over (partition by ship_id order by place) - 1 as place from flags) counted where counted.c0 = ship_id and counted.c1 = place);
alter table flags modify column mast integer not null;

-- back
alter table flags drop column mast;
