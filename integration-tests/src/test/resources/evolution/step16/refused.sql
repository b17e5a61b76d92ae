insert into Visit (id, pet_id, happenedOn, minutes, urgent) values (9001, 1, '2026-02-08', 5, false);
insert into Invoice (id, payer_id, visit_id, total, status) values (90, 1, 1, 5, 0);
insert into Invoice (id, payer_id, visit_id, total, status) values (91, 1, null, 5, 2);
