-- forward
create table Letter (
    id uuid not null,
    subject varchar(100) not null,
    body longtext not null,
    draft longtext,
    summary longtext not null,
    plain text not null,
    seal blob not null,
    thread uuid default '0a0b0c0d-0000-4000-8000-0102030405ff' not null,
    primary key (id)
) engine=InnoDB;
create index letter_thread_idx on Letter (thread, subject);

-- back
drop table Letter;
