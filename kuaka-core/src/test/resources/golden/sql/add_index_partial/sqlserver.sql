-- forward
create index books_sale_idx on books (price) where status = 'FOR_SALE';

-- back
drop index books_sale_idx on books;
