-- forward
create index books_author_idx on books (author_id, price desc);

-- back
drop index books_author_idx on books;
