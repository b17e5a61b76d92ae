-- forward
alter table invoice_seq rename to bill_seq;

-- back
alter table bill_seq rename to invoice_seq;
