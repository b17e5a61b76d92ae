-- forward
drop index books_title_idx;
create index books_heading_idx on books (title, created_at desc);

-- back
drop index books_heading_idx;
create index books_title_idx on books (title, created_at desc);
