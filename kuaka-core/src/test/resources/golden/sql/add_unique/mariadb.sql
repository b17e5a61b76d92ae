-- forward
-- must be empty: Table "books" has rows with the same value in "title", "author_id", which "books_title_author_key" forbids. Update or delete them before.
select 1 from books where title is not null and author_id is not null group by title, author_id having count(*) > 1;
alter table books add constraint books_title_author_key unique (title, author_id);

-- back
alter table books drop index books_title_author_key;
