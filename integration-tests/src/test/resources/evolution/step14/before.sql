insert into Pet (name, species, owner_id, chip) values ('Rex II', 'DOG', 1, '985141000000001');
