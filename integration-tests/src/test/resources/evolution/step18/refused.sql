insert into Invoice (id, payer_id, visit_id, total, status) values (92, 5, null, 5, 0);
insert into Vet_Specialty (Vet_id, specialties_code) values (1, 'none');
insert into Vet_Specialty (Vet_id, specialties_code) values (1, 'dent');
