-- forward
drop table flags;

-- back
create table flags (
    ship_id bigint not null,
    place integer not null,
    flag varchar(9) not null,
    primary key (ship_id, place),
    constraint flags_ship_id_fkey foreign key (ship_id) references Ship (id)
) engine=InnoDB;
