package com.example.myapp.migrations;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.field;

import io.kuaka.data.Models;
import io.kuaka.data.Query;
import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunJava;
import java.util.List;

@DependsOn("myapp.0014_move_data_to_new_tenant")
public final class M0015_conditional implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(new RunJava(this::updateIfNeeded, RunJava.NOOP));
    }

    private void updateIfNeeded(Models models) {
        Query outdated = models.get("MyModel").filter(field("needsUpdate").eq(true));
        if (outdated.exists()) {
            outdated.update(set("status", "updated"), set("needsUpdate", false));
        }
    }
}
