-- forward
alter table Author modify column id bigint not null;

-- back
alter table Author modify column id bigint not null auto_increment;
