-- forward
alter table books add blurb varchar(max) constraint df_books_blurb default 'none yet' not null;

-- back
alter table books drop constraint df_books_blurb;
alter table books drop column blurb;
