insert into Staff (id, fullName) values (100, 'Jo Desk');
insert into Receptionist (id, languages) values (100, 'en, mi');
