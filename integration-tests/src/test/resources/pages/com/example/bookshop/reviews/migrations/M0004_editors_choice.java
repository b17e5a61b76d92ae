package com.example.bookshop.reviews.migrations;

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

@DependsOn("reviews.0003_fill_slug")
public final class M0004_editors_choice implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(new RunJava(this::make, this::remove));
    }

    private void make(Models models) {
        Row editor = models.get("Reviewer")
                .getOrCreate(Map.of("username", "editor"), Map.of("email", "editor@example.com"));
        Model reviews = models.get("Review");
        for (Row book : models.get("catalog.Book").filter(field("category.slug").eq("new"))) {
            reviews.create(Map.of(
                    "id", models.nextValue("review_seq"),
                    "book", book,
                    "reviewer", editor,
                    "title", "Our choice: " + book.getString("title"),
                    "stars", 5));
        }
    }

    private void remove(Models models) {
        models.get("Review").filter(field("reviewer.username").eq("editor")).delete();
        models.get("Reviewer").filter(field("username").eq("editor")).delete();
    }
}
