package com.example.bookshop.reviews.migrations;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.field;

import io.kuaka.data.Model;
import io.kuaka.data.Models;
import io.kuaka.data.Row;
import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunJava;
import java.util.List;
import java.util.Map;

@DependsOn("reviews.0009_review_tenant")
public final class M0010_assign_tenant implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(new RunJava(this::assign, RunJava.NOOP));
    }

    private void assign(Models models) {
        Model reviews = models.get("Review");
        Row main = models.get("users.Tenant").getOrCreate(Map.of("slug", "main"), Map.of("name", "Main shop"));
        reviews.filter(field("reviewer.username").eq("editor")).update(Map.of("tenant", main));
        reviews.filter(field("tenant").isNull()).update(set("tenant", field("book.tenant")));
    }
}
