update Visit set summary = 'a second look' where id = 3;
