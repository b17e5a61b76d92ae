package com.example.bookshop.reviews.migrations;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.concat;
import static io.kuaka.expression.Expression.field;

import io.kuaka.data.Models;
import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunJava;
import java.util.List;

@DependsOn("reviews.0001_initial")
public final class M0002_fill_email implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(new RunJava(this::fill, RunJava.NOOP));
    }

    private void fill(Models models) {
        models.get("Reviewer")
                .filter(field("email").isNull())
                .update(set("email", concat(field("username"), "@example.com")));
    }
}
