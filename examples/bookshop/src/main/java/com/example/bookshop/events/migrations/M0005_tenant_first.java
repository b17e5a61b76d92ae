package com.example.bookshop.events.migrations;

import static io.kuaka.state.Indexes.*;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.AddConstraint;
import io.kuaka.operation.AddIndex;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveConstraint;
import io.kuaka.operation.RemoveIndex;
import java.util.List;

// Adds the constraint "event_tenant_id_slug_key" to "event"; rows that violate it make the migration fail.
@DependsOn("events.0004_require_tenant")
public final class M0005_tenant_first implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(
                new RemoveIndex("Event", "event_starts_idx"),
                new AddIndex("Event", index("event_starts_idx").on("tenant", "-startsAt")),
                new AddConstraint("Event", unique("event_tenant_id_slug_key").on("tenant", "slug")),
                new RemoveConstraint("Event", "event_slug_key"));
    }
}
