-- forward
alter table Author rename to Writer;
alter table Writer rename constraint author_pkey to writer_pkey;
alter table Writer rename constraint author_email_key to writer_email_key;

-- back
alter table Writer rename to Author;
alter table Author rename constraint writer_pkey to author_pkey;
alter table Author rename constraint writer_email_key to author_email_key;
