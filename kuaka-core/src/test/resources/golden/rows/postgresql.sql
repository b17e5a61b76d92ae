-- all
select id, title, pages, visible, "order", author_id from books;

-- filter, exclude and order
select id, title, pages, visible, "order", author_id from books where (pages > ? or title like ? escape '\') and ((visible = ?) is not true) order by pages desc, title;
--   with 100, 50\%\_[%, true

-- filter by one of several
select id, title, pages, visible, "order", author_id from books where pages in (?, ?, ?) and "order" is not null;
--   with 1, 2, 3

-- filter and order along a reference
select id, title, pages, visible, "order", author_id from books where lower((select k1.email from Author k1 where k1.id = books.author_id)) = ? order by (select k1.email from Author k1 where k1.id = books.author_id);
--   with a@x

-- get
select id, title, pages, visible, "order", author_id from books where title = ? limit 2;
--   with It

-- first
select id, title, pages, visible, "order", author_id from books order by id limit 1;

-- exists
select 1 from books where pages is null limit 1;

-- count
select count(*) from books where visible = ?;
--   with false

-- next value of a sequence
select nextval('book_seq');

-- iterator: first chunk
select book_id, number, text from Page order by book_id, number limit 100;

-- iterator: next chunk after a composite key
select book_id, number, text from Page where (text is not null) and ((book_id, number) > (?, ?)) order by book_id, number limit 100;
--   with 7, 20

-- iterator with an order
select book_id, number, text from Page order by text;

-- update
update books set pages = ?, "order" = ? where pages is null;
--   with 0, null

-- update by expressions
update books set title = title || ?, pages = (pages + ?) * ?;
--   with !, 1, 2

-- delete
select 1 where current_setting('session_replication_role') <> 'replica';
select count(*) from Page where book_id in (select id from books where (((select k1.email from Author k1 where k1.id = books.author_id)) = ?) is not true);
--   with a@x
delete from books where (((select k1.email from Author k1 where k1.id = books.author_id)) = ?) is not true;
--   with a@x

-- create
insert into books (id, title) values (?, ?);
--   with 1, One
select id, title, pages, visible, "order", author_id from books where id = ? limit 2;
--   with 1

-- create by an expression
insert into books (title) values (lower(?));
--   with ONE

-- create with defaults only
insert into Ticket default values;

-- save
update books set id = ?, title = ? where id = ?;
--   with 3, Two, 2

-- history
insert into kuaka_migrations (app, name, applied, version, run_by, how, fence, checksum, operations, replaced) values ('shop', '0001_initial', current_timestamp, '1.0', 'anna@build-7', 'run', 7, 'def', 'eJw', 'shop.0000');
insert into kuaka_migrations (app, name, applied, version, run_by, how, fence) values ('shop', '0002_book''s', current_timestamp, '1.0', 'anna@build-7', 'run', 7);
delete from kuaka_migrations where app = 'shop' and name = '0001_initial' and 7 = 7;
delete from kuaka_migrations where app = 'shop' and name = '0002_book''s' and 7 = 7;
insert into kuaka_journal (app, name, direction, done, begun, checksum, walked, changed, last_key, goal_key, fence) values ('shop', '0001_initial', 'forward', 3, 4, 'abc', 10, 8, 'books 10', null, 7);
update kuaka_journal set fence = 7 where app = 'shop' and name = '0001_initial' and done = 3 and walked = 10 and fence = 7;
update kuaka_journal set done = 3, begun = 4, checksum = 'abc', walked = 10, changed = 8, last_key = 'books 10', goal_key = null where app = 'shop' and name = '0001_initial' and done = 3 and walked = 10 and fence = 7;
update kuaka_journal set fence = 8 where app = 'shop' and name = '0001_initial' and done = 3 and walked = 10 and fence = 7 and 8 = 8;
delete from kuaka_journal where app = 'shop' and name = '0001_initial' and done = 3 and walked = 10 and fence = 7;

-- backfill
update books set pages = 0 where pages is null;
