-- forward
alter table books rename index books_isbn_title_key to books_key;

-- back
alter table books rename index books_key to books_isbn_title_key;
