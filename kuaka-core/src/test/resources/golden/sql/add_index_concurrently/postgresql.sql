-- forward
do $$ begin if exists (select from pg_index where indexrelid = to_regclass('books_pages_idx') and not indisvalid) then drop index books_pages_idx; end if; end $$;
create index concurrently books_pages_idx on books (pages);

-- back
drop index concurrently books_pages_idx;
