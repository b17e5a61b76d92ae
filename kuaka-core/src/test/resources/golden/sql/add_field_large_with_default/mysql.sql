-- forward
alter table books add column blurb longtext default ('none yet') not null;

-- back
alter table books drop column blurb;
