-- forward
declare @next bigint = next value for invoice_seq; declare @kuaka nvarchar(max) = N'alter sequence invoice_seq restart with ' + cast(iif(@next > 1000, @next, 1000) as nvarchar(20)); exec (@kuaka);
alter sequence invoice_seq increment by 50;

-- back
alter sequence invoice_seq increment by 50;
