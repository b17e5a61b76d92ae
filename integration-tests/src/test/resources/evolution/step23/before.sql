insert into Pet_nicknames (Pet_id, nicknames) values (1, 'King'), (1, 'Rexy'), (2, 'Fog');
