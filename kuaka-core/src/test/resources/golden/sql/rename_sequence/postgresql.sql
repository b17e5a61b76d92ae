-- forward
alter sequence invoice_seq rename to bill_seq;

-- back
alter sequence bill_seq rename to invoice_seq;
