package com.example.bookshop.reviews.migrations;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunSql;
import java.util.List;

@DependsOn("reviews.0004_editors_choice")
public final class M0005_tidy implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(
                new RunSql(
                                List.of(
                                        "update reviewer set email = lower(email)",
                                        "update review set title = trim(title)"),
                                RunSql.NOOP)
                        .elidable());
    }
}
