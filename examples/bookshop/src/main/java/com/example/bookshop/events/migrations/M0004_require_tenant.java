package com.example.bookshop.events.migrations;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.state.Fields.*;

import io.kuaka.data.Models;
import io.kuaka.data.Query;
import io.kuaka.expression.Expression;
import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunJava;
import java.util.List;
import java.util.Map;

// Makes "tenant_id" of "event" NOT NULL; rows with null make the migration fail.
@DependsOn("events.0003_assign_default_tenant")
public final class M0004_require_tenant implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(
                new RunJava(this::assignDefaultTenant, RunJava.NOOP),
                new AlterField("Event", integer("tenantId").column("tenant_id")),
                new AlterField("Event", reference("tenant", "users.Tenant")));
    }

    /**
     * Assigns the default tenant to rows that were inserted without one meanwhile. If there were no events before, they
     * are the first, and the tenant isn't there yet.
     */
    private void assignDefaultTenant(Models models) {
        Query late = models.get("Event").filter(Expression.field("tenant").isNull());
        if (late.exists()) {
            late.update(set(
                    "tenant",
                    models.get("users.Tenant").getOrCreate(Map.of("slug", "harbour"), Map.of("name", "Harbour Books"))));
        }
    }
}
