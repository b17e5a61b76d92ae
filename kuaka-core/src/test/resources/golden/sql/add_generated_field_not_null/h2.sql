-- forward
alter table books add column cents numeric(12,2) generated always as (price * 100) not null;

-- back
alter table books drop column cents;
