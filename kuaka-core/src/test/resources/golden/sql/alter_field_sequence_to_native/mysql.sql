-- forward
alter table books drop foreign key books_author_id_fkey;
alter table Author modify column id bigint not null auto_increment;
alter table books add constraint books_author_id_fkey foreign key (author_id) references Author (id);
set @kuaka_numbering = (select concat('alter table Author auto_increment = ', greatest(coalesce(max(id), 0) + 1, coalesce((select next_val as next_number from invoice_seq), 1))) from Author);
prepare kuaka_numbering from @kuaka_numbering;
execute kuaka_numbering;
deallocate prepare kuaka_numbering;

-- back
set session information_schema_stats_expiry = 0;
update invoice_seq set next_val = greatest(next_val, coalesce((select max(auto_increment) + 49 as next_number from information_schema.tables where table_schema = database() and table_name = 'Author'), 1));
alter table books drop foreign key books_author_id_fkey;
alter table Author modify column id bigint not null;
alter table books add constraint books_author_id_fkey foreign key (author_id) references Author (id);
update invoice_seq set next_val = greatest(next_val, coalesce((select max(id) + 50 from Author), 1));
