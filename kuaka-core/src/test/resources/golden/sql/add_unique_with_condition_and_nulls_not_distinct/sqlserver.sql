-- forward
create unique index books_sale_key on books (title) where status = 'FOR_SALE';

-- back
drop index books_sale_key on books;
