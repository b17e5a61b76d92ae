-- forward
alter table books add column blurb clob default 'none yet' not null;

-- back
alter table books drop column blurb;
