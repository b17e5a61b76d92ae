-- forward
alter table Author comment = 'Who wrote';

-- back
alter table Author comment = 'Who writes';
