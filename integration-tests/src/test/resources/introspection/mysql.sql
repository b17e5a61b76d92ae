create database introspected;
create table introspected.far_away (id bigint primary key);
create table authors (
    id bigint not null auto_increment primary key,
    name varchar(40) not null default 'nobody' comment 'Their name',
    word varchar(40) collate utf8mb4_bin default 'it''s',
    `Mixed case` integer,
    data json,
    price numeric(10, 2) default (1 + 1),
    doubled integer as (`Mixed case` * 2) stored,
    tripled integer as (`Mixed case` * 3) virtual,
    shout varchar(40) as (upper(name)) stored not null,
    motto text default ('it''s'),
    sign varchar(40) as (concat(name, '''')) virtual,
    path varchar(40) default 'a\\b',
    at datetime(3) default current_timestamp(3)
) comment 'Who writes';
create table books (
    a bigint,
    b bigint,
    author bigint,
    editor bigint,
    far bigint,
    title varchar(100),
    place point not null,
    constraint books_author_fk foreign key (author) references authors (id) on delete cascade,
    constraint books_editor_fk foreign key (editor) references authors (id) on delete set null on update cascade,
    constraint books_far_fk foreign key (far) references introspected.far_away (id) on delete restrict,
    constraint books_positive check (a > 0),
    primary key (b, a),
    constraint books_one unique (author, editor),
    constraint books_turned unique (a, b)
);
create table shelves (
    x bigint,
    y bigint,
    constraint shelves_books_fk foreign key (x, y) references books (a, b)
);
create index books_idx on books (far desc, a);
create unique index books_unique on books (far desc);
create index books_lower on books ((lower(title)), a);
create unique index books_sum on books ((a + b));
create fulltext index books_words on books (title);
create spatial index books_places on books (place);
create table stand_in (next_val bigint);
create view all_authors as select * from authors;
create temporary table passing (id bigint primary key);
