-- forward
create table Letter (
    id uuid not null,
    subject varchar(100) not null,
    body text not null,
    draft oid,
    summary text not null,
    plain text not null,
    seal bytea not null,
    thread uuid default '0a0b0c0d-0000-4000-8000-0102030405ff' not null,
    constraint letter_pkey primary key (id)
);
create index letter_thread_idx on Letter (thread, subject);

-- back
drop table Letter;
