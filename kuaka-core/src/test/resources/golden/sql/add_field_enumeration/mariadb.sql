-- forward
alter table books add column cover enum ('HARD', 'SOFT');

-- back
alter table books drop column cover;
