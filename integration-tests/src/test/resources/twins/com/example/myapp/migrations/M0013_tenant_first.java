package com.example.myapp.migrations;

import static io.kuaka.state.Indexes.*;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.AddConstraint;
import io.kuaka.operation.AddIndex;
import io.kuaka.operation.Operation;
import java.util.List;

@DependsOn("myapp.0012_make_tenant_required")
public final class M0013_tenant_first implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(
                new AddIndex("MyModel", index("myapp_mymodel_tenant_user_idx").on("tenant", "user", "-createdAt")),
                new AddConstraint("MyModel", unique("myapp_mymodel_unique_tenant_slug").on("tenant", "slug")));
    }
}
