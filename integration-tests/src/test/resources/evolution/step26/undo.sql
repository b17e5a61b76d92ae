delete from clients where id > 2147483647;
