insert into Visit (pet_id, happenedOn, minutes, urgent, findings) values (5, '2026-03-15', 15, false, 'before step 15');
