-- forward
alter table books add column slug varchar(50);
alter table books add constraint books_slug_key unique (slug);

-- back
alter table books drop constraint books_slug_key;
alter table books drop column slug;
