-- No number can hold these; whoever goes back has to say what becomes of them.
update Owner set phone = null where phone like '+%';
update Visit set minutes = 600 where minutes > 2147483647;
