insert into Pet (id, name, species, owner_id, version) values (9001, 'Nobody''s', 'DOG', 4711, 0);
