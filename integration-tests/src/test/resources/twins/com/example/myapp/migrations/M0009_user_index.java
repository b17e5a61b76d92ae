package com.example.myapp.migrations;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.migration.NonAtomic;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunSql;
import java.util.List;

@DependsOn("myapp.0008_recent_rows")
@NonAtomic
public final class M0009_user_index implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(
                RunSql.on(
                                "postgresql",
                                "create index concurrently idx_name on myapp_mymodel (slug, user_id)",
                                "drop index concurrently idx_name")
                        .otherwiseNothing());
    }
}
