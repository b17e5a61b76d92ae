-- forward
exec sp_rename 'books.lent', 'kuaka__lent_tmp', 'column';
exec sp_rename 'df_books_lent', 'df_books_kuaka__lent_tmp', 'object';
alter table books add lent varchar(1);
update books set lent = case when kuaka__lent_tmp = 1 then 'Y' when kuaka__lent_tmp = 0 then 'N' end where kuaka__lent_tmp is not null;
-- must be empty: Column "lent" of table "books" has rows with null. Fix those rows first.
select 1 from books where lent is null;
alter table books drop constraint df_books_kuaka__lent_tmp;
alter table books drop column kuaka__lent_tmp;
alter table books alter column lent varchar(1) not null;

-- back
-- must be empty: Column "lent" of table "books" has values other than Y, N, which have no replacement. Update those rows first, or add replacements.
select 1 from books where lent is not null and not (lent in ('Y', 'N'));
exec sp_rename 'books.lent', 'kuaka__lent_tmp', 'column';
alter table books add lent bit;
update books set lent = case when kuaka__lent_tmp = 'Y' then 1 when kuaka__lent_tmp = 'N' then 0 end where kuaka__lent_tmp is not null;
alter table books drop column kuaka__lent_tmp;
alter table books add constraint df_books_lent default 0 for lent;
update books set lent = 0 where lent is null;
alter table books alter column lent bit not null;
