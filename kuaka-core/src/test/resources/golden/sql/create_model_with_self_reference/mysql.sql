-- forward
create table Category (
    id binary(16) not null,
    name varchar(50) not null,
    parent_id binary(16),
    primary key (id),
    constraint category_parent_id_fkey foreign key (parent_id) references Category (id)
) engine=InnoDB;

-- back
drop table Category;
