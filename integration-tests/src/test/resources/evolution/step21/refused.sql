insert into Booking (id, startsAt, pet_id, reason) values (9001, '2026-02-01 09:00:00', 1, 'once more');
insert into Booking (id, startsAt, pet_id, reason) values (9001, '2026-02-01 09:00:00', 4711, 'whose');
