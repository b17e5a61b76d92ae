-- forward
-- must be empty: Table "books" has duplicate values in "title", "author_id", which would violate "books_title_author_key". Fix or delete those rows first.
select 1 from books child where child.title is not null and child.author_id is not null group by child.title, child.author_id having count(*) > 1;
alter table books add constraint books_title_author_key unique (title, author_id);

-- back
alter table books drop constraint books_title_author_key;
