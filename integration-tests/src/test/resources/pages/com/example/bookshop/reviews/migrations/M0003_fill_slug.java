package com.example.bookshop.reviews.migrations;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.field;

import io.kuaka.data.Models;
import io.kuaka.data.Row;
import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunJava;
import java.util.List;
import java.util.Locale;

@DependsOn("reviews.0002_fill_email")
public final class M0003_fill_slug implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(new RunJava(this::fill, this::clear));
    }

    private void fill(Models models) {
        for (Row review : models.get("Review").filter(field("slug").isNull()).iterator(1000)) {
            review.set("slug", slug(review.getString("title"))).save("slug");
        }
    }

    private void clear(Models models) {
        models.get("Review").update(set("slug", null));
    }

    // A copy of what the application does today: the migration has to do the same for ever.
    private static String slug(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("\\W+", "-");
    }
}
