package com.example.bookshop.catalog.migrations;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.concat;
import static io.kuaka.expression.Expression.field;

import io.kuaka.data.Model;
import io.kuaka.data.Models;
import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunJava;
import java.util.List;

@DependsOn("catalog.0002_rename_pages_book_page_count_book_subtitle")
public final class M0003_fill_subtitle implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(new RunJava(this::fill, RunJava.NOOP));
    }

    private void fill(Models models) {
        Model books = models.get("Book");
        books.filter(field("subtitle").isNull())
                .update(set("subtitle", concat("Sold by ", field("tenant.name"))));  // one statement
    }
}
