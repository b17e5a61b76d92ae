package com.example.zoo.lions.migrations;

import io.kuaka.migration.Initial;
import io.kuaka.migration.Migration;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunSql;
import java.util.List;

@Initial
public final class M0001_cage implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(new RunSql("create table cage (id integer)", "drop table cage"));
    }
}
