-- forward
alter table Author comment = '';

-- back
alter table Author comment = 'Who writes';
