-- forward
create table Category (
    id uniqueidentifier not null,
    name varchar(50) not null,
    parent_id uniqueidentifier,
    constraint category_pkey primary key (id),
    constraint category_parent_id_fkey foreign key (parent_id) references Category (id)
);

-- back
drop table Category;
