insert into Visit (pet_id, happenedOn, minutes, urgent, findings, vet_id) values (5, '2026-03-29', 29, false, 'before step 29', 1);
