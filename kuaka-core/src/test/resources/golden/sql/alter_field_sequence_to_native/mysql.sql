-- forward
alter table books drop foreign key books_author_id_fkey;
alter table Author modify column id bigint not null auto_increment;
alter table books add constraint books_author_id_fkey foreign key (author_id) references Author (id);
update invoice_seq set next_val = greatest(next_val, coalesce((select max(id) + 50 from Author), 1));

-- back
alter table books drop foreign key books_author_id_fkey;
alter table Author modify column id bigint not null;
alter table books add constraint books_author_id_fkey foreign key (author_id) references Author (id);
update invoice_seq set next_val = greatest(next_val, coalesce((select max(id) + 50 from Author), 1));
