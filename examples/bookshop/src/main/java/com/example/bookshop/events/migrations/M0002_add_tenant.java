package com.example.bookshop.events.migrations;

import static io.kuaka.state.Fields.*;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.AddField;
import io.kuaka.operation.Operation;
import java.util.List;

@DependsOn({"events.0001_initial", "users.0002_initial"})
public final class M0002_add_tenant implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(
                new AddField("Event", integer("tenantId").column("tenant_id").nullable()),
                new AddField("Event", reference("tenant", "users.Tenant").nullable()));
    }
}
