-- forward
create index books_pages_idx on books (pages);

-- back
drop index books_pages_idx on books;
