insert into Visit (pet_id, happenedOn, minutes, urgent, findings) values (5, '2026-03-13', 13, false, 'before step 13');
