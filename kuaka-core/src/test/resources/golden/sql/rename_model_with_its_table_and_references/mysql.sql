-- forward
alter table Author rename to Writer;
alter table Writer rename index author_email_key to writer_email_key;

-- back
alter table Writer rename to Author;
alter table Author rename index writer_email_key to author_email_key;
