-- forward
alter table invoice_seq rename to Author_SEQ;

-- back
alter table Author_SEQ rename to invoice_seq;
