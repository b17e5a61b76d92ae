insert into Pet_nicknames (Pet_id, nickname) values (4711, 'Nobody');
insert into Booking (id, startsAt, pet_id) values (9001, '2026-02-01 09:00:00', 4711);
insert into Visit (id, pet_id, happenedOn, minutes, urgent, vet_id) values (9001, 4711, '2026-02-08', 5, false, 1);
