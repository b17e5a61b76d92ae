-- forward
create sequence author_ids start with 1 increment by 50;

-- back
drop sequence author_ids;
