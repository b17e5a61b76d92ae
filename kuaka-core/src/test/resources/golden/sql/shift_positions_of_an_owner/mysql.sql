-- forward
-- must be empty: Column "place" of table "nicknames" has positions below 2, which can't be shifted by -2. Fix those lists first.
select 1 from nicknames where place < 2 and author_id is not null;
update nicknames set place = 1 - place where place >= 2 and author_id is not null;
update nicknames set place = -1 - place where place < 0 and author_id is not null;

-- back
-- must be empty: Column "place" of table "nicknames" has positions below 0, which can't be shifted by 2. Fix those lists first.
select 1 from nicknames where place < 0 and author_id is not null;
update nicknames set place = -3 - place where place >= 0 and author_id is not null;
update nicknames set place = -1 - place where place < 0 and author_id is not null;
