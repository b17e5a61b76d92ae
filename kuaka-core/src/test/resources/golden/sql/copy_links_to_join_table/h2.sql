-- forward
insert into author_works (work_id, writer_id) select id, author_id from books where author_id is not null;

-- back
-- must be empty: Table "author_works" links rows of "books" more than once, but "author_id" can hold only one link. Delete the others first.
select 1 from author_works group by work_id having count(*) > 1;
update books set author_id = (select link.writer_id from author_works link where link.work_id = books.id) where exists (select 1 from author_works link where link.work_id = books.id);
