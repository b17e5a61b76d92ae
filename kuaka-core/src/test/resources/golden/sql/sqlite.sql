-- create_model_with_everything
create table reviews (
    id integer,
    book_id bigint not null,
    reviewer_id bigint,
    stars integer not null,
    body clob,
    published boolean default false not null,
    mood tinyint,
    double_stars integer as (stars * 2) stored,
    primary key (id),
    constraint reviews_book_reviewer_key unique (book_id, reviewer_id),
    constraint reviews_stars_check check (stars >= 1 and stars <= 5),
    constraint reviews_mood_check check (mood >= 0 and mood <= 1),
    constraint reviews_book_id_fkey foreign key (book_id) references books (id) on delete cascade,
    constraint reviewer_fk foreign key (reviewer_id) references Author (id)
);
create index reviews_book_idx on reviews (book_id, stars desc);
create index reviews_open_idx on reviews (book_id) where published = false;
create index reviews_body_idx on reviews ((lower(body)) desc);
-- back
pragma foreign_keys = off;
drop table reviews;
pragma foreign_keys = on;

-- create_model_with_self_reference
create table Category (
    id blob not null,
    name varchar(50) not null,
    parent_id blob,
    primary key (id),
    constraint category_parent_id_fkey foreign key (parent_id) references Category (id)
);
-- back
pragma foreign_keys = off;
drop table Category;
pragma foreign_keys = on;

-- delete_model
pragma foreign_keys = off;
drop table Book_tags;
pragma foreign_keys = on;
-- back
create table Book_tags (
    Book_id bigint not null,
    tags varchar(40) not null,
    primary key (Book_id, tags),
    constraint book_tags_book_id_fkey foreign key (Book_id) references books (id)
);

-- rename_model_with_its_table_and_references
pragma foreign_keys = off;
alter table Author rename to Writer;
select name from sqlite_master where lower(tbl_name) = 'writer' and (type = 'trigger' or type = 'index' and sql is not null);
create table new__Writer (
    id integer,
    name varchar(100) not null,
    email varchar(254),
    primary key (id),
    constraint writer_email_key unique (email)
);
insert into new__Writer (id, name, email)
    select id, name, email from Writer;
drop table Writer;
pragma legacy_alter_table = on;
alter table new__Writer rename to Writer;
pragma legacy_alter_table = off;
pragma foreign_keys = on;
-- back
pragma foreign_keys = off;
alter table Writer rename to Author;
select name from sqlite_master where lower(tbl_name) = 'author' and (type = 'trigger' or type = 'index' and sql is not null);
create table new__Author (
    id integer,
    name varchar(100) not null,
    email varchar(254),
    primary key (id),
    constraint author_email_key unique (email)
);
insert into new__Author (id, name, email)
    select id, name, email from Author;
drop table Author;
pragma legacy_alter_table = on;
alter table new__Author rename to Author;
pragma legacy_alter_table = off;
pragma foreign_keys = on;

-- rename_model_with_stated_table_and_parts
-- back

-- rename_model_to_the_name_of_its_table
-- back

-- rename_model_keeping_table
-- back

-- move_model
-- back

-- move_model_with_parts
-- back

-- move_model_keeping_table
-- back

-- alter_model_table
pragma foreign_keys = off;
alter table books rename to titles;
select name from sqlite_master where lower(tbl_name) = 'titles' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
create table new__titles (
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
    constraint titles_status_check check (status in ('DRAFT', 'FOR_SALE')),
    constraint titles_author_id_fkey foreign key (author_id) references Author (id)
);
insert into new__titles (id, title, isbn, pages, price, status, created_at, author_id)
    select id, title, isbn, pages, price, status, created_at, author_id from titles;
drop table titles;
pragma legacy_alter_table = on;
alter table new__titles rename to titles;
pragma legacy_alter_table = off;
create index books_title_idx on titles (title, created_at desc);
pragma foreign_key_check(titles);
pragma foreign_keys = on;
-- back
pragma foreign_keys = off;
alter table titles rename to books;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;

-- alter_model_comment
-- back

-- remove_model_comment
-- back

-- add_field_nullable
alter table books add column subtitle varchar(200);
-- back
alter table books drop column subtitle;

-- add_field_with_database_default
alter table books add column visible boolean default true not null;
-- back
alter table books drop column visible;

-- add_field_with_one_off_default
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
create table new__books (
    id integer,
    title varchar(200) not null,
    isbn varchar(13),
    pages integer,
    price numeric(10,2) default 0 not null,
    status varchar(255) default 'DRAFT' not null,
    created_at timestamp,
    author_id bigint,
    language varchar(2) not null,
    primary key (id),
    constraint books_isbn_title_key unique (isbn, title),
    constraint books_price_check check (price >= 0),
    constraint books_status_check check (status in ('DRAFT', 'FOR_SALE')),
    constraint books_author_id_fkey foreign key (author_id) references Author (id)
);
insert into new__books (id, title, isbn, pages, price, status, created_at, author_id, language)
    select id, title, isbn, pages, price, status, created_at, author_id, 'en' from books;
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;
-- back
alter table books drop column language;

-- add_field_unique
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
create table new__books (
    id integer,
    title varchar(200) not null,
    isbn varchar(13),
    pages integer,
    price numeric(10,2) default 0 not null,
    status varchar(255) default 'DRAFT' not null,
    created_at timestamp,
    author_id bigint,
    slug varchar(50),
    primary key (id),
    constraint books_slug_key unique (slug),
    constraint books_isbn_title_key unique (isbn, title),
    constraint books_price_check check (price >= 0),
    constraint books_status_check check (status in ('DRAFT', 'FOR_SALE')),
    constraint books_author_id_fkey foreign key (author_id) references Author (id)
);
insert into new__books (id, title, isbn, pages, price, status, created_at, author_id)
    select id, title, isbn, pages, price, status, created_at, author_id from books;
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;
-- back
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;

-- add_field_enumeration
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
create table new__books (
    id integer,
    title varchar(200) not null,
    isbn varchar(13),
    pages integer,
    price numeric(10,2) default 0 not null,
    status varchar(255) default 'DRAFT' not null,
    created_at timestamp,
    author_id bigint,
    cover varchar(255),
    primary key (id),
    constraint books_isbn_title_key unique (isbn, title),
    constraint books_price_check check (price >= 0),
    constraint books_status_check check (status in ('DRAFT', 'FOR_SALE')),
    constraint books_cover_check check (cover in ('SOFT', 'HARD')),
    constraint books_author_id_fkey foreign key (author_id) references Author (id)
);
insert into new__books (id, title, isbn, pages, price, status, created_at, author_id)
    select id, title, isbn, pages, price, status, created_at, author_id from books;
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;
-- back
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;

-- add_reference
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
create table new__books (
    id integer,
    title varchar(200) not null,
    isbn varchar(13),
    pages integer,
    price numeric(10,2) default 0 not null,
    status varchar(255) default 'DRAFT' not null,
    created_at timestamp,
    author_id bigint,
    editor_id bigint,
    primary key (id),
    constraint books_isbn_title_key unique (isbn, title),
    constraint books_price_check check (price >= 0),
    constraint books_status_check check (status in ('DRAFT', 'FOR_SALE')),
    constraint books_author_id_fkey foreign key (author_id) references Author (id),
    constraint books_editor_id_fkey foreign key (editor_id) references Author (id)
);
insert into new__books (id, title, isbn, pages, price, status, created_at, author_id)
    select id, title, isbn, pages, price, status, created_at, author_id from books;
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;
-- back
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;

-- add_generated_field
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
create table new__books (
    id integer,
    title varchar(200) not null,
    isbn varchar(13),
    pages integer,
    price numeric(10,2) default 0 not null,
    status varchar(255) default 'DRAFT' not null,
    created_at timestamp,
    author_id bigint,
    sheets integer as (pages / 2) stored,
    primary key (id),
    constraint books_isbn_title_key unique (isbn, title),
    constraint books_price_check check (price >= 0),
    constraint books_status_check check (status in ('DRAFT', 'FOR_SALE')),
    constraint books_author_id_fkey foreign key (author_id) references Author (id)
);
insert into new__books (id, title, isbn, pages, price, status, created_at, author_id)
    select id, title, isbn, pages, price, status, created_at, author_id from books;
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;
-- back
alter table books drop column sheets;

-- remove_field
alter table books drop column pages;
-- back
alter table books add column pages integer;

-- remove_field_not_null
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
create table new__books (
    id integer,
    title varchar(200) not null,
    isbn varchar(13),
    pages integer,
    status varchar(255) default 'DRAFT' not null,
    created_at timestamp,
    author_id bigint,
    primary key (id),
    constraint books_isbn_title_key unique (isbn, title),
    constraint books_status_check check (status in ('DRAFT', 'FOR_SALE')),
    constraint books_author_id_fkey foreign key (author_id) references Author (id)
);
insert into new__books (id, title, isbn, pages, status, created_at, author_id)
    select id, title, isbn, pages, status, created_at, author_id from books;
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;
-- back
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
create table new__books (
    id integer,
    title varchar(200) not null,
    isbn varchar(13),
    pages integer,
    status varchar(255) default 'DRAFT' not null,
    created_at timestamp,
    author_id bigint,
    price numeric(10,2) default 0 not null,
    primary key (id),
    constraint books_isbn_title_key unique (isbn, title),
    constraint books_price_check check (price >= 0),
    constraint books_status_check check (status in ('DRAFT', 'FOR_SALE')),
    constraint books_author_id_fkey foreign key (author_id) references Author (id)
);
insert into new__books (id, title, isbn, pages, status, created_at, author_id)
    select id, title, isbn, pages, status, created_at, author_id from books;
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;

-- remove_field_with_index_and_constraint
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
create table new__books (
    id integer,
    isbn varchar(13),
    pages integer,
    price numeric(10,2) default 0 not null,
    status varchar(255) default 'DRAFT' not null,
    created_at timestamp,
    author_id bigint,
    primary key (id),
    constraint books_price_check check (price >= 0),
    constraint books_status_check check (status in ('DRAFT', 'FOR_SALE')),
    constraint books_author_id_fkey foreign key (author_id) references Author (id)
);
insert into new__books (id, isbn, pages, price, status, created_at, author_id)
    select id, isbn, pages, price, status, created_at, author_id from books;
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
pragma foreign_key_check(books);
pragma foreign_keys = on;
-- back
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null);
create table new__books (
    id integer,
    isbn varchar(13),
    pages integer,
    price numeric(10,2) default 0 not null,
    status varchar(255) default 'DRAFT' not null,
    created_at timestamp,
    author_id bigint,
    title varchar(200) not null,
    primary key (id),
    constraint books_isbn_title_key unique (isbn, title),
    constraint books_price_check check (price >= 0),
    constraint books_status_check check (status in ('DRAFT', 'FOR_SALE')),
    constraint books_author_id_fkey foreign key (author_id) references Author (id)
);
insert into new__books (id, isbn, pages, price, status, created_at, author_id, title)
    select id, isbn, pages, price, status, created_at, author_id, '' from books;
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;

-- remove_reference
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
create table new__books (
    id integer,
    title varchar(200) not null,
    isbn varchar(13),
    pages integer,
    price numeric(10,2) default 0 not null,
    status varchar(255) default 'DRAFT' not null,
    created_at timestamp,
    primary key (id),
    constraint books_isbn_title_key unique (isbn, title),
    constraint books_price_check check (price >= 0),
    constraint books_status_check check (status in ('DRAFT', 'FOR_SALE'))
);
insert into new__books (id, title, isbn, pages, price, status, created_at)
    select id, title, isbn, pages, price, status, created_at from books;
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_keys = on;
-- back
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
insert into new__books (id, title, isbn, pages, price, status, created_at)
    select id, title, isbn, pages, price, status, created_at from books;
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;

-- rename_field_with_its_column
alter table books rename column title to heading;
-- back
alter table books rename column heading to title;

-- rename_field_with_stated_column
-- back

-- rename_field_to_the_name_of_its_column
-- back

-- rename_field_keeping_column
-- back

-- rename_field_in_check
alter table books rename column price to cost;
-- back
alter table books rename column cost to price;

-- rename_primary_key
alter table Author rename column id to number;
-- back
alter table Author rename column number to id;

-- rename_reference
pragma foreign_keys = off;
alter table books rename column author_id to writer_id;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
create table new__books (
    id integer,
    title varchar(200) not null,
    isbn varchar(13),
    pages integer,
    price numeric(10,2) default 0 not null,
    status varchar(255) default 'DRAFT' not null,
    created_at timestamp,
    writer_id bigint,
    primary key (id),
    constraint books_isbn_title_key unique (isbn, title),
    constraint books_price_check check (price >= 0),
    constraint books_status_check check (status in ('DRAFT', 'FOR_SALE')),
    constraint books_writer_id_fkey foreign key (writer_id) references Author (id)
);
insert into new__books (id, title, isbn, pages, price, status, created_at, writer_id)
    select id, title, isbn, pages, price, status, created_at, writer_id from books;
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;
-- back
pragma foreign_keys = off;
alter table books rename column writer_id to author_id;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;

-- alter_field_wider
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
create table new__books (
    id integer,
    title varchar(400) not null,
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
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;
-- back
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;

-- alter_field_to_text
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
create table new__books (
    id integer,
    title clob not null,
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
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;
-- back
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;

-- alter_field_column
alter table books rename column isbn to isbn13;
-- back
alter table books rename column isbn13 to isbn;

-- alter_field_nullable
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
create table new__books (
    id integer,
    title varchar(200),
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
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;
-- back
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
    select id, coalesce(title, ''), isbn, pages, price, status, created_at, author_id from books;
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;

-- alter_field_not_null_with_one_off_default
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
create table new__books (
    id integer,
    title varchar(200) not null,
    isbn varchar(13) not null,
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
    select id, title, coalesce(isbn, '?'), pages, price, status, created_at, author_id from books;
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;
-- back
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;

-- alter_field_integer_to_bigint
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
create table new__books (
    id integer,
    title varchar(200) not null,
    isbn varchar(13),
    pages bigint,
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
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;
-- back
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;

-- alter_field_integer_to_varchar
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
create table new__books (
    id integer,
    title varchar(200) not null,
    isbn varchar(13),
    pages varchar(10),
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
    select id, title, isbn, cast(pages as text), price, status, created_at, author_id from books;
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;
-- back
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
select 1 from books where trim(pages) = '' or ltrim(trim(pages), '+-') glob '*[^0-9]*';
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
    select id, title, isbn, cast(pages as integer), price, status, created_at, author_id from books;
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;

-- alter_field_unique
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
    constraint books_isbn_key unique (isbn),
    constraint books_isbn_title_key unique (isbn, title),
    constraint books_price_check check (price >= 0),
    constraint books_status_check check (status in ('DRAFT', 'FOR_SALE')),
    constraint books_author_id_fkey foreign key (author_id) references Author (id)
);
insert into new__books (id, title, isbn, pages, price, status, created_at, author_id)
    select id, title, isbn, pages, price, status, created_at, author_id from books;
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;
-- back
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;

-- alter_field_default
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
create table new__books (
    id integer,
    title varchar(200) not null,
    isbn varchar(13),
    pages integer,
    price numeric(10,2) default 1 not null,
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
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;
-- back
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;

-- alter_field_without_default
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
create table new__books (
    id integer,
    title varchar(200) not null,
    isbn varchar(13),
    pages integer,
    price numeric(10,2) not null,
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
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;
-- back
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;

-- alter_field_comment
-- back

-- alter_field_enumeration_value_added
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
    constraint books_status_check check (status in ('DRAFT', 'FOR_SALE', 'SOLD_OUT')),
    constraint books_author_id_fkey foreign key (author_id) references Author (id)
);
insert into new__books (id, title, isbn, pages, price, status, created_at, author_id)
    select id, title, isbn, pages, price, status, created_at, author_id from books;
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;
-- back
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;

-- alter_reference_on_delete
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
    constraint books_author_id_fkey foreign key (author_id) references Author (id) on delete set null
);
insert into new__books (id, title, isbn, pages, price, status, created_at, author_id)
    select id, title, isbn, pages, price, status, created_at, author_id from books;
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;
-- back
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;

-- alter_reference_target
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
    constraint books_author_id_fkey foreign key (author_id) references books (id)
);
insert into new__books (id, title, isbn, pages, price, status, created_at, author_id)
    select id, title, isbn, pages, price, status, created_at, author_id from books;
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;
-- back
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;

-- alter_reference_without_foreign_key
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
    constraint books_status_check check (status in ('DRAFT', 'FOR_SALE'))
);
insert into new__books (id, title, isbn, pages, price, status, created_at, author_id)
    select id, title, isbn, pages, price, status, created_at, author_id from books;
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_keys = on;
-- back
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;

-- alter_primary_key_type_with_references
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;
-- back
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;

-- add_index
create index books_author_idx on books (author_id, price desc);
-- back
drop index books_author_idx;

-- add_index_unique
create unique index books_isbn_idx on books (isbn);
-- back
drop index books_isbn_idx;

-- add_index_partial
create index books_sale_idx on books (price) where status = 'FOR_SALE';
-- back
drop index books_sale_idx;

-- remove_index
drop index books_title_idx;
-- back
create index books_title_idx on books (title, created_at desc);

-- rename_index
drop index books_title_idx;
create index books_heading_idx on books (title, created_at desc);
-- back
drop index books_heading_idx;
create index books_title_idx on books (title, created_at desc);

-- add_check
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
    constraint books_pages_check check (pages > 0),
    constraint books_status_check check (status in ('DRAFT', 'FOR_SALE')),
    constraint books_author_id_fkey foreign key (author_id) references Author (id)
);
insert into new__books (id, title, isbn, pages, price, status, created_at, author_id)
    select id, title, isbn, pages, price, status, created_at, author_id from books;
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;
-- back
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;

-- add_check_in_sql
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
    constraint books_isbn_check check (length(isbn) = 13),
    constraint books_status_check check (status in ('DRAFT', 'FOR_SALE')),
    constraint books_author_id_fkey foreign key (author_id) references Author (id)
);
insert into new__books (id, title, isbn, pages, price, status, created_at, author_id)
    select id, title, isbn, pages, price, status, created_at, author_id from books;
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;
-- back
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;

-- add_unique
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
    constraint books_title_author_key unique (title, author_id),
    constraint books_price_check check (price >= 0),
    constraint books_status_check check (status in ('DRAFT', 'FOR_SALE')),
    constraint books_author_id_fkey foreign key (author_id) references Author (id)
);
insert into new__books (id, title, isbn, pages, price, status, created_at, author_id)
    select id, title, isbn, pages, price, status, created_at, author_id from books;
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;
-- back
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;

-- add_unique_with_condition
create unique index books_sale_key on books (title) where status = 'FOR_SALE';
-- back
drop index books_sale_key;

-- remove_check
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
    constraint books_status_check check (status in ('DRAFT', 'FOR_SALE')),
    constraint books_author_id_fkey foreign key (author_id) references Author (id)
);
insert into new__books (id, title, isbn, pages, price, status, created_at, author_id)
    select id, title, isbn, pages, price, status, created_at, author_id from books;
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;
-- back
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;

-- remove_unique
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
    constraint books_price_check check (price >= 0),
    constraint books_status_check check (status in ('DRAFT', 'FOR_SALE')),
    constraint books_author_id_fkey foreign key (author_id) references Author (id)
);
insert into new__books (id, title, isbn, pages, price, status, created_at, author_id)
    select id, title, isbn, pages, price, status, created_at, author_id from books;
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;
-- back
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;

-- rename_check
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
    constraint books_cost_check check (price >= 0),
    constraint books_status_check check (status in ('DRAFT', 'FOR_SALE')),
    constraint books_author_id_fkey foreign key (author_id) references Author (id)
);
insert into new__books (id, title, isbn, pages, price, status, created_at, author_id)
    select id, title, isbn, pages, price, status, created_at, author_id from books;
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;
-- back
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;

-- rename_unique
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
    constraint books_key unique (isbn, title),
    constraint books_price_check check (price >= 0),
    constraint books_status_check check (status in ('DRAFT', 'FOR_SALE')),
    constraint books_author_id_fkey foreign key (author_id) references Author (id)
);
insert into new__books (id, title, isbn, pages, price, status, created_at, author_id)
    select id, title, isbn, pages, price, status, created_at, author_id from books;
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;
-- back
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;

-- create_sequence
create table order_seq (next_val bigint);
insert into order_seq values (100);
-- back
drop table order_seq;

-- alter_sequence
-- back

-- drop_sequence
drop table invoice_seq;
-- back
create table invoice_seq (next_val bigint);
insert into invoice_seq values (1);

-- run_sql
update books set pages = 0 where pages is null;
-- back
update books set pages = null where pages = 0;

-- run_sql_with_state
alter table books add column weight integer;
-- back
alter table books drop column weight;

-- separate_database_and_state
create index extra on books (pages);
-- back
drop index extra;

-- create_extension
-- back

-- drop_extension
-- back

-- create_collation
-- back

-- drop_collation
-- back

-- add_index_concurrently
create index books_pages_idx on books (pages);
-- back
drop index books_pages_idx;

-- remove_index_concurrently
drop index books_title_idx;
-- back
create index books_title_idx on books (title, created_at desc);

-- add_constraint_not_valid
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
    constraint books_pages_check check (pages > 0),
    constraint books_status_check check (status in ('DRAFT', 'FOR_SALE')),
    constraint books_author_id_fkey foreign key (author_id) references Author (id)
);
insert into new__books (id, title, isbn, pages, price, status, created_at, author_id)
    select id, title, isbn, pages, price, status, created_at, author_id from books;
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;
-- back
pragma foreign_keys = off;
select name from sqlite_master where lower(tbl_name) = 'books' and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in ('books_title_idx'));
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
drop table books;
pragma legacy_alter_table = on;
alter table new__books rename to books;
pragma legacy_alter_table = off;
create index books_title_idx on books (title, created_at desc);
pragma foreign_key_check(books);
pragma foreign_keys = on;

-- validate_constraint
-- back
