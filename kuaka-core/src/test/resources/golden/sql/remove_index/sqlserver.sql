-- forward
drop index books_title_idx on books;

-- back
create index books_title_idx on books (title, created_at desc);
