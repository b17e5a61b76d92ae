update clients set street = '1 High Street', city = 'Ōtaki', postcode = '5512' where id = 1;
