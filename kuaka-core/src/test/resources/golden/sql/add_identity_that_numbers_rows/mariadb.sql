-- forward
alter table `Call` add column id bigint;
update `Call` set id = (select kuaka__place from (select pier as kuaka__c0, row_number() over (order by pier) - 1 as kuaka__place from `Call`) kuaka__rows where kuaka__c0 <=> pier) + 1;
alter table `Call`
    modify column id bigint not null auto_increment,
    add primary key (id);

-- back
alter table `Call`
    drop primary key,
    drop column id;
