update Pet set chip = null where id = 6;
