package com.example.zoo.visits.migrations;

import static io.kuaka.expression.Assignment.set;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunJava;
import java.util.List;

@DependsOn("visits.0001_initial")
public final class M0002_fill_note implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(new RunJava(models -> models.get("Visit").update(set("note", "none")), RunJava.NOOP));
    }
}
