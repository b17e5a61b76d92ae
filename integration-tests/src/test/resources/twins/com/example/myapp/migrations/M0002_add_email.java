package com.example.myapp.migrations;

import static io.kuaka.state.Fields.*;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.AddField;
import io.kuaka.operation.Operation;
import java.util.List;

@DependsOn("myapp.0001_initial")
public final class M0002_add_email implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(new AddField("MyModel", varchar("email", 100).nullable()));
    }
}
