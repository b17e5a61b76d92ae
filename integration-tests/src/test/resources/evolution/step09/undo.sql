update Visit set findings = 'too long to keep' where length(findings) > 1000;
