-- forward
alter table books rename to Books;

-- back
alter table Books rename to books;
