-- forward
alter table books rename column lent to kuaka__lent_tmp;
alter table books add column lent varchar(1);
update books set lent = case when kuaka__lent_tmp = true then 'Y' when kuaka__lent_tmp = false then 'N' end where kuaka__lent_tmp is not null;
-- must be empty: Column "lent" of table "books" has rows with null. Fix those rows first.
select 1 from books where lent is null;
alter table books
    drop column kuaka__lent_tmp,
    modify column lent varchar(1) not null;

-- back
-- must be empty: Column "lent" of table "books" has values other than Y, N, which have no replacement. Update those rows first, or add replacements.
select 1 from books where lent is not null and not (lent in ('Y', 'N'));
alter table books rename column lent to kuaka__lent_tmp;
alter table books add column lent bit;
update books set lent = case when kuaka__lent_tmp = 'Y' then true when kuaka__lent_tmp = 'N' then false end where kuaka__lent_tmp is not null;
alter table books
    drop column kuaka__lent_tmp,
    modify column lent bit default false;
update books set lent = false where lent is null;
alter table books modify column lent bit default false not null;
