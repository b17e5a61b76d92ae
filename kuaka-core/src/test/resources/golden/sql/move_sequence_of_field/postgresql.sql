-- forward
alter sequence invoice_seq rename to ids;

-- back
alter sequence ids rename to invoice_seq;
