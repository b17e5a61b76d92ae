-- forward
create index concurrently books_pages_idx on books (pages);

-- back
drop index concurrently books_pages_idx;
