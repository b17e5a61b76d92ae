-- forward
-- must be empty: Column "id" of table "Author" has values too large for its new type. Fix those rows first.
select 1 from Author where id not between -2147483648 and 2147483647;
-- must be empty: Column "author_id" of table "books" has values too large for its new type. Fix those rows first.
select 1 from books where author_id not between -2147483648 and 2147483647;
-- must be empty: Column "author_id" of table "Profile" has values too large for its new type. Fix those rows first.
select 1 from Profile where author_id not between -2147483648 and 2147483647;
-- must be empty: Column "profile_id" of table "Note" has values too large for its new type. Fix those rows first.
select 1 from Note where profile_id not between -2147483648 and 2147483647;
alter table books drop constraint books_author_id_fkey;
alter table Profile drop constraint profile_author_id_fkey;
alter table Note drop constraint note_profile_id_fkey;
alter table Author alter column id set data type integer;
alter table Author alter column id set no maxvalue;
alter table books alter column author_id set data type integer;
alter table Profile alter column author_id set data type integer;
alter table Note alter column profile_id set data type integer;
alter table books add constraint books_author_id_fkey foreign key (author_id) references Author (id);
alter table Profile add constraint profile_author_id_fkey foreign key (author_id) references Author (id);
alter table Note add constraint note_profile_id_fkey foreign key (profile_id) references Profile (author_id);

-- back
alter table books drop constraint books_author_id_fkey;
alter table Profile drop constraint profile_author_id_fkey;
alter table Note drop constraint note_profile_id_fkey;
alter table Author alter column id set data type bigint;
alter table Author alter column id set no maxvalue;
alter table books alter column author_id set data type bigint;
alter table Profile alter column author_id set data type bigint;
alter table Note alter column profile_id set data type bigint;
alter table books add constraint books_author_id_fkey foreign key (author_id) references Author (id);
alter table Profile add constraint profile_author_id_fkey foreign key (author_id) references Author (id);
alter table Note add constraint note_profile_id_fkey foreign key (profile_id) references Profile (author_id);
