-- forward
create extension if not exists pg_trgm;

-- back
drop extension if exists pg_trgm;
