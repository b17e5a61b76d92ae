-- forward
alter table books drop foreign key books_author_id_fkey;
drop index books_author_id_fkey on books;

-- back
alter table books add constraint books_author_id_fkey foreign key (author_id) references Author (id);
