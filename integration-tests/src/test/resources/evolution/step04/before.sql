insert into Owner (name, phone, email, country) values ('Dinah Sachs', 400111222, null, 'AU');
insert into Visit (pet_id, happenedOn, minutes, urgent, summary) values (2, '2026-01-20', 15, true, null);
