insert into Owner (name, phone) values ('Aroha Ngata', 211234567), ('Ben Okafor', null), ('Chen Wei', 279876543);
insert into Pet (name, species, owner_id, weight, born, chip) values
  ('Rex', 'DOG', 1, 31.5, '2019-03-04', '985141000000001'),
  ('Misty', 'CAT', 1, 4.25, null, null),
  ('Thumper', 'RABBIT', 2, 1.75, '2023-11-30', '985141000000003');
insert into Appointment (startsAt, pet_id, reason) values
  ('2026-02-01 09:00:00', 1, 'vaccination'),
  ('2026-02-01 09:30:00', 3, null);
insert into Visit (pet_id, happenedOn, minutes, summary) values
  (1, '2026-01-10', 25, 'healthy'),
  (3, '2026-01-12', 40, 'a tooth was trimmed; it''s fine');
