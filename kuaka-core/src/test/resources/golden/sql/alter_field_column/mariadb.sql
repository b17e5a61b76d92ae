-- forward
alter table books rename column isbn to isbn13;

-- back
alter table books rename column isbn13 to isbn;
