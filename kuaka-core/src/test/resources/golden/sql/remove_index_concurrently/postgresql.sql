-- forward
drop index concurrently books_title_idx;

-- back
do $$ begin if exists (select from pg_index where indexrelid = to_regclass('books_title_idx') and not indisvalid) then drop index books_title_idx; end if; end $$;
create index concurrently books_title_idx on books (title, created_at desc);
