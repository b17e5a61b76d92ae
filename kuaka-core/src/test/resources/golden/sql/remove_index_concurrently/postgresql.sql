-- forward
drop index concurrently books_title_idx;

-- back
create index concurrently books_title_idx on books (title, created_at desc);
