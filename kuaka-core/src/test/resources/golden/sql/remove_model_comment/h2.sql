-- forward
comment on table Author is null;

-- back
comment on table Author is 'Who writes';
