insert into Pet (name, species, owner_id, weight) values ('Kiri', 'CAT', 3, null);
