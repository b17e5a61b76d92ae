-- forward
exec sp_rename 'Ship', 'Boat';
exec sp_rename 'ship_berth_side_berth_harbor_berth_number_fkey', 'boat_berth_side_berth_harbor_berth_number_fkey', 'object';

-- back
exec sp_rename 'Boat', 'Ship';
exec sp_rename 'boat_berth_side_berth_harbor_berth_number_fkey', 'ship_berth_side_berth_harbor_berth_number_fkey', 'object';
