-- There was no such value before; the nearest thing is chosen.
update Pet set species = 'RABBIT' where species = 'BIRD';
