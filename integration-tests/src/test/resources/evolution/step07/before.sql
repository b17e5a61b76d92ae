update Appointment set status = 'moved' where id = 2;
