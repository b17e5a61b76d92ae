package com.example.myapp.migrations;

import static io.kuaka.state.Fields.*;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Initial;
import io.kuaka.migration.Migration;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import java.util.List;

@DependsOn("users.0001_initial")
@Initial
public final class M0001_initial implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(
                new CreateModel(model("MyModel")
                        .table("myapp_mymodel")
                        .fields(
                                bigint("id").primaryKey().identity(),
                                varchar("username", 40),
                                varchar("slug", 40),
                                varchar("status", 20),
                                varchar("oldField", 100).nullable(),
                                varchar("newField", 100).nullable(),
                                bool("needsUpdate"),
                                timestamp("createdAt"),
                                reference("user", "users.Member").nullable())));
    }
}
