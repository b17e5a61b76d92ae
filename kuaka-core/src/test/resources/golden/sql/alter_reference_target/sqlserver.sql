-- forward
alter table books drop constraint books_author_id_fkey;
alter table books add constraint books_author_id_fkey foreign key (author_id) references books (id);

-- back
alter table books drop constraint books_author_id_fkey;
alter table books add constraint books_author_id_fkey foreign key (author_id) references Author (id);
