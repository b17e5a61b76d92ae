insert into Owner (fullName, phone, email, country) values ('Eru Parata', '+64 21 555 010', null, 'NZ');
insert into Visit (pet_id, happenedOn, minutes, urgent, findings) values (2, '2026-02-05', 9000000000, false, 'forgot to stop the clock');
