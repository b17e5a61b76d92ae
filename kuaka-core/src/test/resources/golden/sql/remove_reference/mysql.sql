-- forward
alter table books drop foreign key books_author_id_fkey;
drop index books_author_id_fkey on books;
alter table books drop column author_id;

-- back
alter table books
    add column author_id bigint,
    add constraint books_author_id_fkey foreign key (author_id) references Author (id);
