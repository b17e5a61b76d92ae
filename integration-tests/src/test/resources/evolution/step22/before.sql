insert into Booking (startsAt, pet_id, reason) values ('2026-02-12 10:00:00', 5, 'wing');
