insert into Invoice (id, payer_id, visit_id, total, status) values (92, 4711, null, 5, 0);
