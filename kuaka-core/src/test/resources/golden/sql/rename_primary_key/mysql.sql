-- forward
alter table Author rename column id to number;

-- back
alter table Author rename column number to id;
