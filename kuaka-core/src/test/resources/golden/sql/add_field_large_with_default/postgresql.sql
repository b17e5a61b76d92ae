-- forward
alter table books add column blurb text default 'none yet' not null;

-- back
alter table books drop column blurb;
