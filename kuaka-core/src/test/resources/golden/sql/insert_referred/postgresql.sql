-- forward
insert into Port (code) select distinct child.port from Boat child where child.port is not null and not exists (select 1 from Port parent where parent.code = child.port);

-- back
-- nothing
