-- forward
alter table books rename index books_title_idx to books_heading_idx;

-- back
alter table books rename index books_heading_idx to books_title_idx;
