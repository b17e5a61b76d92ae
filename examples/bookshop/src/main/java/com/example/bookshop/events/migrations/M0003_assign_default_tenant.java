package com.example.bookshop.events.migrations;

import static io.kuaka.expression.Assignment.*;
import static io.kuaka.expression.Expression.*;

import io.kuaka.data.Models;
import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.migration.NonAtomic;
import io.kuaka.operation.Backfill;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunJava;
import java.util.List;
import java.util.Map;

@DependsOn("events.0002_add_tenant")
@NonAtomic
public final class M0003_assign_default_tenant implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(
                new RunJava(this::createDefaultTenant, RunJava.NOOP),
                new Backfill(
                        "Event",
                        field("tenant").isNull(),
                        set("tenant", valueOf("users.Tenant", field("id")).where(field("slug").eq("harbour"))))
                        .reversedByNothing());
    }

    /** Creates the tenant of all rows without one. A new database has no events, and gets no shop. */
    private void createDefaultTenant(Models models) {
        if (models.get("Event").exists()) {
            models.get("users.Tenant").getOrCreate(
                    Map.of("slug", "harbour"),
                    Map.of("name", "Harbour Books"));
        }
    }
}
