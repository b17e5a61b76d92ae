insert into Vet (name, licence) values ('Hana Fox', 'NZ-100'), ('Ivo Lang', 'NZ-200');
update Visit set vet_id = 2 where id = 1;
insert into Invoice (id, payer_id, visit_id, total, status, dueOn) values
  (1, 1, 1, 89.50, 1, '2026-03-01'),
  (2, 2, 2, 120.00, 0, null);
