package com.example.zoo.visits.migrations;

import static io.kuaka.expression.Assignment.set;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunJava;
import java.util.List;

/** Gives the visits of all zoos to the first one. */
@DependsOn("visits.0002_fill_note")
public final class M0003_first_zoo implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(new RunJava(models -> models.get("Visit").update(set("zoo", 1)), RunJava.NOOP));
    }
}
