-- forward
alter table books add column visible boolean default true not null;

-- back
alter table books drop column visible;
