-- forward
alter table books rename to titles;
alter table titles rename index books_author_id_fkey to titles_author_id_fkey;
alter table titles
    drop foreign key books_author_id_fkey,
    add constraint titles_author_id_fkey foreign key (author_id) references Author (id);

-- back
alter table titles rename to books;
alter table books rename index titles_author_id_fkey to books_author_id_fkey;
alter table books
    drop foreign key titles_author_id_fkey,
    add constraint books_author_id_fkey foreign key (author_id) references Author (id);
