-- forward
alter table books
    add column slug varchar(50),
    add constraint books_slug_key unique (slug);

-- back
alter table books
    drop index books_slug_key,
    drop column slug;
