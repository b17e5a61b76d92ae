-- forward
alter table books drop foreign key books_author_id_fkey;
drop index books_author_id_fkey on books;
create index books_author_idx on books (author_id, price desc);
alter table books add constraint books_author_id_fkey foreign key (author_id) references Author (id);

-- back
alter table books drop foreign key books_author_id_fkey;
drop index books_author_idx on books;
alter table books add constraint books_author_id_fkey foreign key (author_id) references Author (id);
