insert into Visit (pet_id, happenedOn, minutes, urgent, findings, vet_id) values (5, '2026-03-28', 28, false, 'before step 28', 1);
