-- forward
alter table books rename to kuaka__Books;
alter table kuaka__Books rename to Books;

-- back
alter table Books rename to kuaka__books;
alter table kuaka__books rename to books;
