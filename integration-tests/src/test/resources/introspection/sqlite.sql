create table authors (
    id integer primary key,
    name varchar(40) not null default 'nobody' collate nocase,
    "Mixed case" integer,
    price numeric(10, 2) default (1 + 1),
    doubled integer generated always as ("Mixed case" * 2) stored,
    tripled integer as ("Mixed case" * 3)
);
create table books (
    a bigint,
    b bigint,
    author bigint constraint books_author_fk references authors (id) on delete cascade deferrable initially deferred,
    editor bigint constraint books_editor_fk references authors (id) on delete set null on update cascade,
    printer bigint default 1 constraint books_printer_fk references authors (id) on delete set default,
    far bigint constraint books_far_fk references authors (id) on delete restrict,
    title text,
    constraint books_positive check (a > 0),
    constraint books_pair primary key (b, a),
    constraint books_one unique (author, editor)
);
create table shelves (
    x bigint,
    y bigint,
    constraint shelves_books_fk foreign key (x, y) references books (a, b)
);
create index books_idx on books (far desc, lower(title)) where b > 3;
create unique index books_unique on books (far);
create table stand_in (next_val bigint);
create view all_authors as select * from authors;
create temporary table passing (id bigint primary key);
