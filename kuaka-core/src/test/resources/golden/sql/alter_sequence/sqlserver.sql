-- forward
declare @next bigint = next value for invoice_seq; declare @kuaka nvarchar(max) = N'alter sequence invoice_seq restart with ' + cast(iif(@next - 40 > 10, @next - 40, 10) as nvarchar(20)); exec (@kuaka);
alter sequence invoice_seq increment by 10;

-- back
declare @next bigint = next value for invoice_seq; declare @kuaka nvarchar(max) = N'alter sequence invoice_seq restart with ' + cast(iif(@next + 40 > 50, @next + 40, 50) as nvarchar(20)); exec (@kuaka);
alter sequence invoice_seq increment by 50;
