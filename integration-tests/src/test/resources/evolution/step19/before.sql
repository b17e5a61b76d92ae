insert into Invoice (id, payer_id, visit_id, total, status, dueOn) values (3, 4, null, 10.25, 0, '2026-04-01');
