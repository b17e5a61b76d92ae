-- all
select id, title, pages, visible, [order], author_id from books;

-- filter, exclude and order
select id, title, pages, visible, [order], author_id from books where (pages > ? or title like ? escape '\') and (case when visible = ? then 0 else 1 end = 1) order by pages desc, title;
--   with 100, 50\%\_\[%, true

-- filter by one of several
select id, title, pages, visible, [order], author_id from books where pages in (?, ?, ?) and [order] is not null;
--   with 1, 2, 3

-- filter and order along a reference
select id, title, pages, visible, [order], author_id from books where lower((select k1.email from Author k1 where k1.id = books.author_id)) = ? order by (select k1.email from Author k1 where k1.id = books.author_id);
--   with a@x

-- get
select top (2) id, title, pages, visible, [order], author_id from books where title = ?;
--   with It

-- first
select top (1) id, title, pages, visible, [order], author_id from books order by id;

-- exists
select top (1) 1 from books where pages is null;

-- count
select count(*) from books where visible = ?;
--   with false

-- next value of a sequence
select next value for book_seq;

-- iterator: first chunk
select top (100) book_id, number, text from Page order by book_id, number;

-- iterator: next chunk after a composite key
select top (100) book_id, number, text from Page where (text is not null) and (book_id >= ? and (book_id > ? or book_id = ? and number > ?)) order by book_id, number;
--   with 7, 7, 7, 20

-- iterator with an order
select book_id, number, text from Page order by text;

-- update
update books set pages = ?, [order] = ? where pages is null;
--   with 0, null

-- update by expressions
update books set title = title + ?, pages = (pages + ?) * ?;
--   with !, 1, 2

-- delete
select count(*) from Page where book_id in (select id from books where case when ((select k1.email from Author k1 where k1.id = books.author_id)) = ? then 0 else 1 end = 1);
--   with a@x
delete from books where case when ((select k1.email from Author k1 where k1.id = books.author_id)) = ? then 0 else 1 end = 1;
--   with a@x

-- create
set identity_insert books on; insert into books (id, title) values (?, ?); set identity_insert books off;
--   with 1, One
select top (2) id, title, pages, visible, [order], author_id from books where id = ?;
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
insert into kuaka_migrations (app, name, applied, version, run_by, how, fence, checksum, operations, replaced) values ('shop', '0001_initial', sysdatetimeoffset(), '1.0', 'anna@build-7', 'run', 7, 'def', 'eJw', 'shop.0000');
insert into kuaka_migrations (app, name, applied, version, run_by, how, fence) values ('shop', '0002_book''s', sysdatetimeoffset(), '1.0', 'anna@build-7', 'run', 7);
delete from kuaka_migrations where app = 'shop' and name = '0001_initial' and 7 = 7;
delete from kuaka_migrations where app = 'shop' and name = '0002_book''s' and 7 = 7;
insert into kuaka_journal (app, name, direction, done, begun, checksum, walked, changed, last_key, goal_key, fence) values ('shop', '0001_initial', 'forward', 3, 4, 'abc', 10, 8, 'books 10', null, 7);
update kuaka_journal set fence = 7 where app = 'shop' and name = '0001_initial' and done = 3 and walked = 10 and fence = 7;
update kuaka_journal set done = 3, begun = 4, checksum = 'abc', walked = 10, changed = 8, last_key = 'books 10', goal_key = null where app = 'shop' and name = '0001_initial' and done = 3 and walked = 10 and fence = 7;
update kuaka_journal set fence = 8 where app = 'shop' and name = '0001_initial' and done = 3 and walked = 10 and fence = 7 and 8 = 8;
delete from kuaka_journal where app = 'shop' and name = '0001_initial' and done = 3 and walked = 10 and fence = 7;

-- backfill
update books set pages = 0 where pages is null;
