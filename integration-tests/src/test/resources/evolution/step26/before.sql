insert into Visit (pet_id, happenedOn, minutes, urgent, findings, vet_id) values (5, '2026-03-26', 26, false, 'before step 26', 1);
