-- forward
alter table books add subtitle varchar(200);

-- back
alter table books drop column subtitle;
