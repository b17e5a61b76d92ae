-- forward
create table Letter (
    id binary(16) not null,
    subject varchar(100) character set utf8mb4 not null,
    body longtext character set utf8mb4 not null,
    draft longtext character set utf8mb4,
    summary tinytext character set utf8mb4 not null,
    plain text not null,
    seal blob not null,
    thread binary(16) default X'0a0b0c0d0000400080000102030405ff' not null,
    primary key (id)
) engine=InnoDB;
create index letter_thread_idx on Letter (thread, subject);

-- back
drop table Letter;
