package com.example.bookshop.reviews.migrations;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunSql;
import java.util.List;

@DependsOn("reviews.0006_reviewer_homepage")
public final class M0007_room_for_changes implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(RunSql.on(
                        "postgresql",
                        "alter table review set (fillfactor = 80)",
                        "alter table review reset (fillfactor)")
                .otherwiseNothing());
    }
}
