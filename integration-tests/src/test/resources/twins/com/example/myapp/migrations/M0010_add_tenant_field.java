package com.example.myapp.migrations;

import static io.kuaka.state.Fields.*;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.AddField;
import io.kuaka.operation.Operation;
import io.kuaka.state.OnDelete;
import java.util.List;

@DependsOn("myapp.0009_user_index")
public final class M0010_add_tenant_field implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(
                new AddField(
                        "MyModel",
                        reference("tenant", "users.Tenant").nullable().onDelete(OnDelete.CASCADE)));
    }
}
