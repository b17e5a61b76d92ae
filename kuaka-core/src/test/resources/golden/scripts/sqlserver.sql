BEGIN TRANSACTION;
--
-- Alter field title on Book
--
alter table book alter column title varchar(80) not null;
--
-- Add field pages to Book
--
alter table book add pages int;
--
-- Run SQL
--
update book set pages = 1;
--
-- Rename field pages on Book to sheets, in the models only
--
-- (no-op)
--
-- Run Java
--
-- THIS OPERATION CANNOT BE WRITTEN AS SQL
COMMIT;

-- and back
BEGIN TRANSACTION;
--
-- Run Java
--
-- THIS OPERATION CANNOT BE WRITTEN AS SQL
--
-- Rename field sheets on Book to pages, in the models only
--
-- (no-op)
--
-- Run SQL
--
update book set pages = null;
--
-- Remove field pages from Book
--
alter table book drop column pages;
--
-- Alter field title on Book
--
-- Check; fails if it returns rows: Column "title" of table "book" has texts longer than 40 characters. Fix those rows first.
select 1 from book where len(title + '.') - 1 > 40;
alter table book alter column title varchar(40) not null;
COMMIT;
