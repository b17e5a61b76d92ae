-- forward
create unique index books_title_author_key on books (title, author_id) where author_id is not null;

-- back
drop index books_title_author_key on books;
