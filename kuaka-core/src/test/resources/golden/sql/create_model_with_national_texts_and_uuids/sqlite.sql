-- forward
create table Letter (
    id blob not null,
    subject varchar(100) not null,
    body nclob not null,
    draft clob,
    summary nclob not null,
    plain clob not null,
    seal blob not null,
    thread blob default X'0a0b0c0d0000400080000102030405ff' not null,
    primary key (id)
);
create index letter_thread_idx on Letter (thread, subject);

-- back
pragma foreign_keys = off;
drop table Letter;
pragma foreign_keys = on;
