insert into Visit (pet_id, happenedOn, minutes, urgent, findings, vet_id) values (5, '2026-03-17', 17, false, 'before step 17', 1);
