-- forward
create index extra on books (pages);

-- back
drop index extra;
