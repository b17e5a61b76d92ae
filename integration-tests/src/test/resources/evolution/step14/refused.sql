insert into Pet (id, name, species, owner_id) values (9001, 'Black Beauty', 'HORSE', 1);
insert into Visit (id, pet_id, happenedOn, minutes, urgent) values (9001, 1, '2026-02-08', 0, false);
insert into Appointment (id, startsAt, pet_id, reason) values (9001, '2026-02-01 09:00:00', 1, 'once more');
