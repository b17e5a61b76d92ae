-- forward
alter table books drop constraint books_author_id_fkey;
alter table Profile drop constraint profile_author_id_fkey;
alter table Note drop constraint note_profile_id_fkey;
alter table Author alter column id type integer;
alter table books alter column author_id type integer;
alter table Profile alter column author_id type integer;
alter table Note alter column profile_id type integer;
alter table books add constraint books_author_id_fkey foreign key (author_id) references Author (id);
alter table Profile add constraint profile_author_id_fkey foreign key (author_id) references Author (id);
alter table Note add constraint note_profile_id_fkey foreign key (profile_id) references Profile (author_id);

-- back
alter table books drop constraint books_author_id_fkey;
alter table Profile drop constraint profile_author_id_fkey;
alter table Note drop constraint note_profile_id_fkey;
alter table Author alter column id type bigint;
alter table books alter column author_id type bigint;
alter table Profile alter column author_id type bigint;
alter table Note alter column profile_id type bigint;
alter table books add constraint books_author_id_fkey foreign key (author_id) references Author (id);
alter table Profile add constraint profile_author_id_fkey foreign key (author_id) references Author (id);
alter table Note add constraint note_profile_id_fkey foreign key (profile_id) references Profile (author_id);
