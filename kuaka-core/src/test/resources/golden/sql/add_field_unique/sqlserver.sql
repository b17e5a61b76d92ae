-- forward
alter table books add slug varchar(50);
create unique index books_slug_key on books (slug) where slug is not null;

-- back
drop index books_slug_key on books;
alter table books drop column slug;
