package com.example.zoo.keepers.migrations;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.concat;
import static io.kuaka.expression.Expression.field;

import io.kuaka.data.Models;
import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunJava;
import java.util.List;

@DependsOn("keepers.0002_keeper_email")
public final class M0003_fill_email implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(new RunJava(this::fill, this::clear));
    }

    private void fill(Models models) {
        models.get("Keeper")
                .filter(field("email").isNull())
                .update(set("email", concat(field("name"), "@zoo.example")));
    }

    private void clear(Models models) {
        models.get("Keeper")
                .filter(field("email").eq(concat(field("name"), "@zoo.example")))
                .update(set("email", null));
    }
}
