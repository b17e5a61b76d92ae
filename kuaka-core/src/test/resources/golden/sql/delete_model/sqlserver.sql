-- forward
drop table Book_tags;

-- back
create table Book_tags (
    Book_id bigint not null,
    tags varchar(40) not null,
    constraint book_tags_pkey primary key (Book_id, tags),
    constraint book_tags_book_id_fkey foreign key (Book_id) references books (id)
);
