package com.example.bookshop.reviews.migrations;

import static io.kuaka.state.Fields.*;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.Operation;
import java.util.List;

@DependsOn("reviews.0010_assign_tenant")
public final class M0011_require_tenant implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(new AlterField("Review", reference("tenant", "users.Tenant")));
    }
}
