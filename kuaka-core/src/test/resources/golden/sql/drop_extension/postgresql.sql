-- forward
drop extension if exists pg_trgm;

-- back
create extension if not exists pg_trgm;
