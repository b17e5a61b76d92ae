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

@DependsOn("myapp.0013_tenant_first")
public final class M0014_move_data_to_new_tenant implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(new RunJava(this::moveDataToNewTenant, RunJava.NOOP));
    }

    private void moveDataToNewTenant(Models models) {
        Row oldTenant = models.get("users.Tenant").get(field("slug").eq("default"));
        Row newTenant = models.get("users.Tenant")
                .getOrCreate(Map.of("slug", "new-tenant"), Map.of("name", "New Company"));
        models.asTenant("tenant", oldTenant)
                .get("MyModel")
                .filter(field("user.email").endsWith("@newcompany.com"))
                .moveTo(newTenant);
    }
}
