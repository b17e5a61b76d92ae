-- forward
pragma foreign_keys = off;
-- must be empty: Column "id" of table "Author" has values too large for its new type. Fix those rows first.
select 1 from Author where id not between -2147483648 and 2147483647;
-- must be empty: Column "author_id" of table "books" has values too large for its new type. Fix those rows first.
select 1 from books where author_id not between -2147483648 and 2147483647;
-- must be empty: Column "author_id" of table "Profile" has values too large for its new type. Fix those rows first.
select 1 from Profile where author_id not between -2147483648 and 2147483647;
-- must be empty: Column "profile_id" of table "Note" has values too large for its new type. Fix those rows first.
select 1 from Note where profile_id not between -2147483648 and 2147483647;
-- must be empty: Table "books" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'books' collate nocase and type = 'index' and sql is not null and name collate nocase not in ('books_title_idx')
    union all select name from pragma_table_xinfo('books') where name collate nocase not in ('id', 'title', 'isbn', 'pages', 'price', 'status', 'created_at', 'author_id');
create table new__books (
    id integer,
    title varchar(200) not null,
    isbn varchar(13),
    pages integer,
    price numeric(10,2) default 0 not null,
    status varchar(255) default 'DRAFT' not null,
    created_at timestamp,
    author_id integer,
    primary key (id),
    constraint books_isbn_title_key unique (isbn, title),
    constraint books_price_check check (price >= 0),
    constraint books_status_check check (status in ('DRAFT', 'FOR_SALE')),
    constraint books_author_id_fkey foreign key (author_id) references Author (id)
);
insert into new__books (id, title, isbn, pages, price, status, created_at, author_id)
    select id, title, isbn, pages, price, status, created_at, author_id from books;
create table kuaka__triggers as select sql from sqlite_master where type = 'trigger' and tbl_name = 'books' collate nocase;
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
select sql from kuaka__triggers;
drop table kuaka__triggers;
-- must be empty: Table "Profile" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'Profile' collate nocase and type = 'index' and sql is not null
    union all select name from pragma_table_xinfo('Profile') where name collate nocase not in ('author_id');
create table new__Profile (
    author_id integer not null,
    primary key (author_id),
    constraint profile_author_id_fkey foreign key (author_id) references Author (id)
);
insert into new__Profile (author_id)
    select author_id from Profile;
create table kuaka__triggers as select sql from sqlite_master where type = 'trigger' and tbl_name = 'Profile' collate nocase;
drop table Profile;
pragma legacy_alter_table = on;
alter table new__Profile rename to Profile;
pragma legacy_alter_table = off;
select sql from kuaka__triggers;
drop table kuaka__triggers;
-- must be empty: Table "Note" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'Note' collate nocase and type = 'index' and sql is not null
    union all select name from pragma_table_xinfo('Note') where name collate nocase not in ('id', 'profile_id');
create table new__Note (
    id bigint not null,
    profile_id integer,
    primary key (id),
    constraint note_profile_id_fkey foreign key (profile_id) references Profile (author_id)
);
insert into new__Note (id, profile_id)
    select id, profile_id from Note;
create table kuaka__triggers as select sql from sqlite_master where type = 'trigger' and tbl_name = 'Note' collate nocase;
drop table Note;
pragma legacy_alter_table = on;
alter table new__Note rename to Note;
pragma legacy_alter_table = off;
select sql from kuaka__triggers;
drop table kuaka__triggers;
-- must be empty: Table "books" has rows that refer to missing rows. Fix or delete those rows first.
pragma foreign_key_check(books);
-- must be empty: Table "Profile" has rows that refer to missing rows. Fix or delete those rows first.
pragma foreign_key_check(Profile);
-- must be empty: Table "Note" has rows that refer to missing rows. Fix or delete those rows first.
pragma foreign_key_check(Note);
pragma foreign_keys = on;

-- back
pragma foreign_keys = off;
-- must be empty: Table "books" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'books' collate nocase and type = 'index' and sql is not null and name collate nocase not in ('books_title_idx')
    union all select name from pragma_table_xinfo('books') where name collate nocase not in ('id', 'title', 'isbn', 'pages', 'price', 'status', 'created_at', 'author_id');
create table new__books (
    id integer,
    title varchar(200) not null,
    isbn varchar(13),
    pages integer,
    price numeric(10,2) default 0 not null,
    status varchar(255) default 'DRAFT' not null,
    created_at timestamp,
    author_id bigint,
    primary key (id),
    constraint books_isbn_title_key unique (isbn, title),
    constraint books_price_check check (price >= 0),
    constraint books_status_check check (status in ('DRAFT', 'FOR_SALE')),
    constraint books_author_id_fkey foreign key (author_id) references Author (id)
);
insert into new__books (id, title, isbn, pages, price, status, created_at, author_id)
    select id, title, isbn, pages, price, status, created_at, author_id from books;
create table kuaka__triggers as select sql from sqlite_master where type = 'trigger' and tbl_name = 'books' collate nocase;
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
select sql from kuaka__triggers;
drop table kuaka__triggers;
-- must be empty: Table "Profile" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'Profile' collate nocase and type = 'index' and sql is not null
    union all select name from pragma_table_xinfo('Profile') where name collate nocase not in ('author_id');
create table new__Profile (
    author_id bigint not null,
    primary key (author_id),
    constraint profile_author_id_fkey foreign key (author_id) references Author (id)
);
insert into new__Profile (author_id)
    select author_id from Profile;
create table kuaka__triggers as select sql from sqlite_master where type = 'trigger' and tbl_name = 'Profile' collate nocase;
drop table Profile;
pragma legacy_alter_table = on;
alter table new__Profile rename to Profile;
pragma legacy_alter_table = off;
select sql from kuaka__triggers;
drop table kuaka__triggers;
-- must be empty: Table "Note" must be rebuilt, but has columns or indexes that no migration created. Make such columns fields of the model. Drop such indexes first with RunSql, and create them again afterwards.
select name from sqlite_master where tbl_name = 'Note' collate nocase and type = 'index' and sql is not null
    union all select name from pragma_table_xinfo('Note') where name collate nocase not in ('id', 'profile_id');
create table new__Note (
    id bigint not null,
    profile_id bigint,
    primary key (id),
    constraint note_profile_id_fkey foreign key (profile_id) references Profile (author_id)
);
insert into new__Note (id, profile_id)
    select id, profile_id from Note;
create table kuaka__triggers as select sql from sqlite_master where type = 'trigger' and tbl_name = 'Note' collate nocase;
drop table Note;
pragma legacy_alter_table = on;
alter table new__Note rename to Note;
pragma legacy_alter_table = off;
select sql from kuaka__triggers;
drop table kuaka__triggers;
-- must be empty: Table "books" has rows that refer to missing rows. Fix or delete those rows first.
pragma foreign_key_check(books);
-- must be empty: Table "Profile" has rows that refer to missing rows. Fix or delete those rows first.
pragma foreign_key_check(Profile);
-- must be empty: Table "Note" has rows that refer to missing rows. Fix or delete those rows first.
pragma foreign_key_check(Note);
pragma foreign_keys = on;
