-- forward
create table reviews (
    id bigint not null auto_increment,
    book_id bigint not null,
    reviewer_id bigint,
    stars integer not null comment 'From 1 to 5',
    body longtext,
    published bit default false not null,
    mood tinyint,
    double_stars integer as (stars * 2) stored,
    primary key (id),
    constraint reviews_book_reviewer_key unique (book_id, reviewer_id),
    constraint reviews_stars_check check (stars >= 1 and stars <= 5),
    constraint reviews_mood_check check (mood >= 0 and mood <= 1),
    constraint reviews_book_id_fkey foreign key (book_id) references books (id) on delete cascade,
    constraint reviewer_fk foreign key (reviewer_id) references Author (id)
) comment='What readers say' engine=InnoDB;
create index reviews_book_idx on reviews (book_id, stars desc);

-- back
drop table reviews;
