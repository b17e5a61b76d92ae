insert into Pet (id, name, species, owner_id, chip) values (9001, 'Copy', 'DOG', 1, '985141000000001');
insert into Appointment (id, startsAt, pet_id, reason) values (9001, '2026-02-01 09:00:00', 1, 'once more');
insert into Pet (id, name, species, owner_id) values (9001, 'Nessie', 'MONSTER', 1);
insert into Pet (id, name, species, owner_id) values (9001, 'Nobody''s', 'DOG', 4711);
