-- forward
alter table books drop foreign key books_author_id_fkey;
alter table Author modify column id integer not null auto_increment;
alter table books
    modify column author_id integer,
    add constraint books_author_id_fkey foreign key (author_id) references Author (id);

-- back
alter table books drop foreign key books_author_id_fkey;
alter table Author modify column id bigint not null auto_increment;
alter table books
    modify column author_id bigint,
    add constraint books_author_id_fkey foreign key (author_id) references Author (id);
