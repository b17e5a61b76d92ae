-- forward
exec sp_rename 'Author.id', 'number', 'column';

-- back
exec sp_rename 'Author.number', 'id', 'column';
