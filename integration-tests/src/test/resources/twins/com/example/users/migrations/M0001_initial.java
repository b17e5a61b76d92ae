package com.example.users.migrations;

import static io.kuaka.state.Fields.*;

import io.kuaka.migration.Initial;
import io.kuaka.migration.Migration;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import java.util.List;

@Initial
public final class M0001_initial implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(
                new CreateModel(model("Tenant")
                        .table("users_tenant")
                        .fields(
                                bigint("id").primaryKey().identity(),
                                varchar("slug", 40).unique(),
                                varchar("name", 100))),
                new CreateModel(model("Member")
                        .table("users_member")
                        .fields(bigint("id").primaryKey().identity(), varchar("email", 100))));
    }
}
