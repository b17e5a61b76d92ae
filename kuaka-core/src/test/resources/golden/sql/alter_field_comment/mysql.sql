-- forward
alter table books modify column title varchar(200) not null comment 'On the cover';

-- back
alter table books modify column title varchar(200) not null;
