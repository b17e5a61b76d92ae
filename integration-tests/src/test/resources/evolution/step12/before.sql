update Pet set species = 'BIRD' where id = 5;
