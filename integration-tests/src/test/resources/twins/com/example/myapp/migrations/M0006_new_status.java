package com.example.myapp.migrations;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.field;

import io.kuaka.data.Models;
import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunJava;
import java.util.List;

@DependsOn("myapp.0005_process_in_batches")
public final class M0006_new_status implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(new RunJava(this::forward, this::reverse));
    }

    private void forward(Models models) {
        models.get("MyModel").filter(field("status").eq("old")).update(set("status", "new"));
    }

    private void reverse(Models models) {
        models.get("MyModel").filter(field("status").eq("new")).update(set("status", "old"));
    }
}
