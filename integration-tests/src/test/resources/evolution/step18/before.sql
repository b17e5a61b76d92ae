insert into Account (holder, iban) values
  ('Aroha Ngata', null), ('Ben Okafor', 'DE02120300000000202051'), ('Chen Wei', null), ('Dinah Sachs', null);
insert into Specialty (code, title) values ('dent', 'Dentistry'), ('derm', 'Dermatology');
insert into Vet_Specialty (Vet_id, specialties_code) values (1, 'dent'), (2, 'dent'), (2, 'derm');
