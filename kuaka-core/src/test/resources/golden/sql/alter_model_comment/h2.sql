-- forward
comment on table Author is 'Who wrote';

-- back
comment on table Author is 'Who writes';
