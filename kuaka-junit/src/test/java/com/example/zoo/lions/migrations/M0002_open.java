package com.example.zoo.lions.migrations;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunSql;
import java.util.List;

/** Its way back forgets a row, and a second time there are two. */
@DependsOn("lions.0001_cage")
public final class M0002_open implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(new RunSql(List.of("insert into cage (id) values (1)"), RunSql.NOOP));
    }
}
