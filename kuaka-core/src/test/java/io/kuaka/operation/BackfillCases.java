package io.kuaka.operation;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.concat;
import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.lower;
import static io.kuaka.expression.Expression.sql;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.text;

import io.kuaka.state.ProjectState;
import java.time.Duration;
import java.util.stream.Stream;

/** Cases of changes of rows in batches, by expressions. */
final class BackfillCases {
    private BackfillCases() {}

    static Stream<OperationCase> all(ProjectState shop) {
        return Stream.of(
                new OperationCase(
                        "backfill",
                        shop,
                        new Backfill("Book", field("pages").isNull(), set("pages", 0))
                                .reversedBy(field("pages").eq(0), set("pages", null))),
                new OperationCase(
                        "backfill_all_rows_along_a_reference",
                        shop,
                        new Backfill(
                                        "Book",
                                        null,
                                        set("title", concat(field("title"), "'s ", lower(field("author.name")))),
                                        set("status", "FOR_SALE"))
                                .reversedByNothing()
                                .elidable()),
                new OperationCase(
                        "backfill_composite_key_at_a_pace",
                        shop.withModel(
                                "shop",
                                model("Page")
                                        .fields(
                                                reference("book", "shop.Book").primaryKey(),
                                                integer("number").primaryKey(),
                                                text("content").nullable())),
                        new Backfill("Page", field("content").ne("?"), set("content", sql("lower(content)")))
                                .reversedByNothing()
                                .batchesOf(50)
                                .pausing(Duration.ofMillis(1))),
                new OperationCase(
                        "backfill_in_long_batches",
                        shop,
                        new Backfill("Author", field("email").like("%@_"), set("name", field("email")))
                                .reversedBy(null, set("name", "?"))
                                .batchesTaking(Duration.ofSeconds(2))));
    }
}
