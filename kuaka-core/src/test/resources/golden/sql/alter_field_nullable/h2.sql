-- forward
alter table books alter column title drop not null;

-- back
update books set title = '' where title is null;
alter table books alter column title set not null;
