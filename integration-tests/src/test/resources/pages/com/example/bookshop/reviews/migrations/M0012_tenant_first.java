package com.example.bookshop.reviews.migrations;

import static io.kuaka.state.Indexes.*;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.AddConstraint;
import io.kuaka.operation.AddIndex;
import io.kuaka.operation.Operation;
import java.util.List;

@DependsOn("reviews.0011_require_tenant")
public final class M0012_tenant_first implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(
                new AddIndex("Review", index("review_tenant_stars_idx").on("tenant", "-stars")),
                new AddConstraint(
                        "Review", unique("review_tenant_key").on("tenant", "book", "reviewer")));
    }
}
