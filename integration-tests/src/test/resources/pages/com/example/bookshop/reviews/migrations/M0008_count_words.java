package com.example.bookshop.reviews.migrations;

import static io.kuaka.expression.Expression.field;

import io.kuaka.data.Row;
import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.migration.NonAtomic;
import io.kuaka.operation.Backfill;
import io.kuaka.operation.Operation;
import java.util.List;

@DependsOn("reviews.0007_room_for_changes")
@NonAtomic
public final class M0008_count_words implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(new Backfill("Review", field("words").isNull(), M0008_count_words::count).reversedByNothing());
    }

    private static void count(Row review) {
        String body = review.getString("body");
        review.set("words", body == null ? 0 : body.split("\\s+").length);
    }
}
