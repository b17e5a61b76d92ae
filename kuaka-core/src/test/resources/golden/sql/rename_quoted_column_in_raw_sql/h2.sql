-- forward
alter table Shelf rename column "Code" to "Sign";

-- back
alter table Shelf rename column "Sign" to "Code";
