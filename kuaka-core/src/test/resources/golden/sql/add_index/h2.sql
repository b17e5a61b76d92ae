-- forward
create index books_author_idx on books (author_id, price desc);

-- back
alter table books drop constraint books_author_id_fkey;
drop index books_author_idx;
alter table books add constraint books_author_id_fkey foreign key (author_id) references Author (id);
