insert into clients (id, fullName, email, country, version) values (3000000000, 'Zoe Large', 'zoe@example.com', 'NZ', 0);
insert into Pet (name, species, owner_id, version) values ('Long John', 'BIRD', 3000000000, 0);
update Pet set owner_id = 1 where id = 7;
insert into clients (fullName, email, country, version) values ('Gus Ito', 'gus@example.com', 'NZ', 0);
delete from clients where fullName = 'Zoe Large';
