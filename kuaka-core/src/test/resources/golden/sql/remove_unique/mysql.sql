-- forward
alter table books drop index books_isbn_title_key;

-- back
alter table books add constraint books_isbn_title_key unique (isbn, title);
