insert into Visit (pet_id, happenedOn, minutes, urgent, findings) values (4, '2026-02-03', 2147483647, false, 'sprained paw');
