insert into Owner (fullName, phone, email, country, version, createdAt) values ('Fay Brook', null, 'fay@example.com', 'NZ', 3, '2026-02-10 08:00:00');
