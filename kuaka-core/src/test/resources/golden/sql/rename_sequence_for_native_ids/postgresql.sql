-- forward
alter sequence invoice_seq rename to Author_SEQ;

-- back
alter sequence Author_SEQ rename to invoice_seq;
