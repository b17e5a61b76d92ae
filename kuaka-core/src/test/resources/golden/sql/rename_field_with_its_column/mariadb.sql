-- forward
alter table books rename column title to heading;

-- back
alter table books rename column heading to title;
