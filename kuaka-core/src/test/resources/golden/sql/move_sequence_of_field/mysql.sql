-- forward
alter table invoice_seq rename to ids;

-- back
alter table ids rename to invoice_seq;
