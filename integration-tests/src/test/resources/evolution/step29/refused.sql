insert into Vet (id, licence) values (4711, 'NZ-4711');
insert into Visit (id, pet_id, happenedOn, minutes, urgent, vet_id) values (9001, 1, '2026-02-08', 5, false, 4711);
