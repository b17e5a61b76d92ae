-- forward
alter table flags add mast int;
update flags set mast = (select kuaka__place from (select ship_id as kuaka__c0, place as kuaka__c1, row_number() over (partition by ship_id order by place) - 1 as kuaka__place from flags) kuaka__rows where kuaka__c0 = ship_id and kuaka__c1 is not distinct from place);
alter table flags alter column mast int not null;

-- back
alter table flags drop column mast;
