-- forward
alter table books add cover varchar(255);
alter table books add constraint books_cover_check check (cover in ('SOFT', 'HARD'));

-- back
alter table books drop constraint books_cover_check;
alter table books drop column cover;
