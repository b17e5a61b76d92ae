-- forward
create table Category (
    id blob not null,
    name varchar(50) not null,
    parent_id blob,
    primary key (id),
    constraint category_parent_id_fkey foreign key (parent_id) references Category (id)
);

-- back
pragma foreign_keys = off;
drop table Category;
pragma foreign_keys = on;
