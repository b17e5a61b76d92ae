-- forward
alter table books add constraint books_title_author_key unique (title, author_id);

-- back
alter table books drop index books_title_author_key;
