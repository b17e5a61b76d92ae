-- forward
-- must be empty: Table "books" has rows that would have the same value in "title", "author_id", which "books_title_author_key" forbids. Update or delete them before.
select 1 from books child where child.title is not null and child.author_id is not null group by child.title, child.author_id having count(*) > 1;
alter table books add constraint books_title_author_key unique (title, author_id);

-- back
alter table books drop index books_title_author_key;
