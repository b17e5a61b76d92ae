-- forward
alter index books_title_idx rename to books_heading_idx;

-- back
alter index books_heading_idx rename to books_title_idx;
