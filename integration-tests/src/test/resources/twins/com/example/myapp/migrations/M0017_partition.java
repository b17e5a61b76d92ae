package com.example.myapp.migrations;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunSql;
import java.util.List;

@DependsOn("myapp.0016_trigram_index")
public final class M0017_partition implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(
                RunSql.on(
                                "postgresql",
                                List.of(
                                        "create table myapp_visit (day date not null) partition by range (day)",
                                        "create table myapp_visit_2024_01 partition of myapp_visit"
                                                + " for values from ('2024-01-01') to ('2024-02-01')"),
                                List.of("drop table myapp_visit_2024_01", "drop table myapp_visit"))
                        .otherwiseNothing());
    }
}
