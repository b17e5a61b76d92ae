-- forward
comment on column books.title is 'On the cover';

-- back
comment on column books.title is null;
