create table report_line (id bigint primary key);
drop table if exists report;
