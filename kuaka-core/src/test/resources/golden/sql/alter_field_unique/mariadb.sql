-- forward
alter table books add constraint books_isbn_key unique (isbn);

-- back
alter table books drop index books_isbn_key;
