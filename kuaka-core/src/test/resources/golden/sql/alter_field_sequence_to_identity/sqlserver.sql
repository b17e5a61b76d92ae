-- forward
-- Column "id" of table "Author" can't become an identity or stop being one on sqlserver. Create a model with the new column, copy the rows by RunSql and delete the old model.

-- back
-- Column "id" of table "Author" can't become an identity or stop being one on sqlserver. Create a model with the new column, copy the rows by RunSql and delete the old model.
