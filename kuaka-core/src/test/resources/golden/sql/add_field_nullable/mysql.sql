-- forward
alter table books add column subtitle varchar(200);

-- back
alter table books drop column subtitle;
