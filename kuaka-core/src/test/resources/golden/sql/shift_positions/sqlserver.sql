-- forward
-- must be empty: Column "place" of table "nicknames" has positions below 0, which can't be shifted by 1. Fix those lists first.
select 1 from nicknames where place < 0;
update nicknames set place = -2 - place where place >= 0;
update nicknames set place = -1 - place where place < 0;

-- back
-- must be empty: Column "place" of table "nicknames" has positions below 1, which can't be shifted by -1. Fix those lists first.
select 1 from nicknames where place < 1;
update nicknames set place = 0 - place where place >= 1;
update nicknames set place = -1 - place where place < 0;
