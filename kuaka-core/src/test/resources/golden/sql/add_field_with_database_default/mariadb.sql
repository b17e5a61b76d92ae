-- forward
alter table books add column visible bit default true not null;

-- back
alter table books drop column visible;
