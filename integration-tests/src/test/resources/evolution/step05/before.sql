insert into Pet (name, species, owner_id, weight, born, chip, colour) values ('Bolt', 'DOG', 4, 12, '2024-05-06', null, 'white');
insert into Appointment (startsAt, pet_id, reason) values ('2026-02-03 14:00:00', 4, 'limping');
update Pet set neutered = true where id = 1;
update Appointment set status = 'kept' where id = 1;
