-- forward
create table Letter (
    id uniqueidentifier not null,
    subject nvarchar(100) not null,
    body nvarchar(max) not null,
    draft nvarchar(max),
    summary nvarchar(max) not null,
    plain varchar(max) not null,
    seal varbinary(max) not null,
    thread uniqueidentifier constraint df_Letter_thread default '0a0b0c0d-0000-4000-8000-0102030405ff' not null,
    constraint letter_pkey primary key (id)
);
create index letter_thread_idx on Letter (thread, subject);

-- back
drop table Letter;
