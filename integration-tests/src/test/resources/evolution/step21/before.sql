insert into Visit (pet_id, happenedOn, minutes, urgent, findings, vet_id) values (5, '2026-03-21', 21, false, 'before step 21', 1);
