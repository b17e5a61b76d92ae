-- forward
alter table books drop constraint books_author_id_fkey;

-- back
-- must be empty: Table "books" has rows whose "author_id" isn't in "Author", to which it is going to refer. Update or delete them before, or add what is missing.
select 1 from books child where child.author_id is not null and not exists (select 1 from Author parent where parent.id = child.author_id);
alter table books add constraint books_author_id_fkey foreign key (author_id) references Author (id);
