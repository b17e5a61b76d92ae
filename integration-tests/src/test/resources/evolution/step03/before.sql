update Owner set email = 'aroha@example.com' where id = 1;
update Pet set colour = 'brown' where id = 1;
