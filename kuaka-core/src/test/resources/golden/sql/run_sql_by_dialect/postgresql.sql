-- forward
create index books_lower_idx on books (lower(title));

-- back
drop index books_lower_idx;
