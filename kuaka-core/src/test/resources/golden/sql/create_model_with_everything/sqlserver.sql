-- forward
create table reviews (
    id bigint identity not null,
    book_id bigint not null,
    reviewer_id bigint,
    stars int not null,
    body varchar(max),
    published bit constraint df_reviews_published default 0 not null,
    mood tinyint,
    double_stars as (stars * 2) persisted,
    constraint reviews_pkey primary key (id),
    constraint reviews_stars_check check (stars >= 1 and stars <= 5),
    constraint reviews_mood_check check (mood >= 0 and mood <= 1),
    constraint reviews_book_id_fkey foreign key (book_id) references books (id) on delete cascade,
    constraint reviewer_fk foreign key (reviewer_id) references Author (id)
);
create unique index reviews_book_reviewer_key on reviews (book_id, reviewer_id) where reviewer_id is not null;
create index reviews_book_idx on reviews (book_id, stars desc);
create index reviews_open_idx on reviews (book_id) where published = 0;

-- back
drop table reviews;
