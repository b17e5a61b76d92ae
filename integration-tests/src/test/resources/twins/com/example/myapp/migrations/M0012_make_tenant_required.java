package com.example.myapp.migrations;

import static io.kuaka.state.Fields.*;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.Operation;
import io.kuaka.state.OnDelete;
import java.util.List;

@DependsOn("myapp.0011_assign_default_tenant")
public final class M0012_make_tenant_required implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(
                new AlterField("MyModel", reference("tenant", "users.Tenant").onDelete(OnDelete.CASCADE)));
    }
}
