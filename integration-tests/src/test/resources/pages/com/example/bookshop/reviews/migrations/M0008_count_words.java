package com.example.bookshop.reviews.migrations;

import static io.kuaka.expression.Expression.field;

import io.kuaka.data.Model;
import io.kuaka.data.Models;
import io.kuaka.data.Row;
import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.migration.NonAtomic;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunJava;
import java.util.ArrayList;
import java.util.List;

@DependsOn("reviews.0007_room_for_changes")
@NonAtomic
public final class M0008_count_words implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(new RunJava(this::fill, RunJava.NOOP));
    }

    private void fill(Models models) throws Exception {
        models.connection().setAutoCommit(false);
        Model reviews = models.get("Review");
        List<Row> batch = new ArrayList<>();
        for (Row review : reviews.filter(field("words").isNull()).iterator(1000)) {
            String body = review.getString("body");
            batch.add(review.set("words", body == null ? 0 : body.split("\\s+").length));
            if (batch.size() == 1000) {
                save(models, reviews, batch);
            }
        }
        save(models, reviews, batch);
        models.connection().setAutoCommit(true);
    }

    private static void save(Models models, Model reviews, List<Row> batch) throws Exception {
        reviews.bulkUpdate(batch, List.of("words"));
        models.connection().commit();
        batch.clear();
    }
}
