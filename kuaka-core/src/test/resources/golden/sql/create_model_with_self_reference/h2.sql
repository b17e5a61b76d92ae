-- forward
create table Category (
    id uuid not null,
    name varchar(50) not null,
    parent_id uuid,
    constraint category_pkey primary key (id),
    constraint category_parent_id_fkey foreign key (parent_id) references Category (id)
);

-- back
drop table Category;
