package com.example.myapp.migrations;

import static io.kuaka.expression.Expression.field;

import io.kuaka.data.Models;
import io.kuaka.data.Row;
import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunJava;
import java.util.List;
import java.util.Map;

@DependsOn("myapp.0010_add_tenant_field")
public final class M0011_assign_default_tenant implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(new RunJava(this::assignDefaultTenant, RunJava.NOOP));
    }

    private void assignDefaultTenant(Models models) {
        Row defaultTenant = models.get("users.Tenant")
                .getOrCreate(Map.of("slug", "default"), Map.of("name", "Default Organization"));
        models.get("MyModel").filter(field("tenant").isNull()).update(Map.of("tenant", defaultTenant));
    }
}
