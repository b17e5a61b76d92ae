package com.example.myapp.migrations;

import static io.kuaka.expression.Expression.field;

import io.kuaka.data.Models;
import io.kuaka.data.Row;
import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunJava;
import java.util.List;
import java.util.Locale;

@DependsOn("myapp.0006_new_status")
public final class M0007_fill_new_field implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(new RunJava(this::fill, RunJava.NOOP));
    }

    private void fill(Models models) {
        for (Row row : models.get("MyModel").filter(field("oldField").isNotNull()).iterator(1000)) {
            row.set("newField", row.getString("oldField").toUpperCase(Locale.ROOT)).save("newField");
        }
    }
}
