-- forward
-- Column "id" of table "Call" can't become an identity or stop being one on sqlserver. Create a model with the new column, copy the rows by RunSql and delete the old model.

-- back
alter table Call drop constraint call_pkey;
alter table Call drop column id;
