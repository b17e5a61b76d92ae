package io.kuaka.operation;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.abs;
import static io.kuaka.expression.Expression.coalesce;
import static io.kuaka.expression.Expression.concat;
import static io.kuaka.expression.Expression.countOf;
import static io.kuaka.expression.Expression.exists;
import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.length;
import static io.kuaka.expression.Expression.lower;
import static io.kuaka.expression.Expression.outer;
import static io.kuaka.expression.Expression.part;
import static io.kuaka.expression.Expression.sql;
import static io.kuaka.expression.Expression.substring;
import static io.kuaka.expression.Expression.trim;
import static io.kuaka.expression.Expression.valueOf;
import static io.kuaka.expression.Expression.when;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.text;

import io.kuaka.expression.DatePart;
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
                                        set(
                                                "title",
                                                coalesce(field("title"), concat(lower(field("author.name")), "'s"))),
                                        set("status", coalesce(field("status"), "FOR_SALE")))
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
                                .pausing(Duration.ofMillis(1))
                                .parallelism(3)),
                new OperationCase(
                        "backfill_from_other_rows",
                        shop,
                        new Backfill(
                                        "Book",
                                        exists(
                                                "Book.tags.owner",
                                                field("element")
                                                        .startsWith("K_")
                                                        .matchingCase()),
                                        set(
                                                "pages",
                                                countOf("Book.tags.owner")
                                                        .where(field("element").ne("x"))),
                                        set("price", 1))
                                .reversedByNothing()),
                new OperationCase(
                        "backfill_from_one_row",
                        shop,
                        new Backfill(
                                        "Book",
                                        field("pages").isNull(),
                                        set(
                                                "pages",
                                                valueOf("Book", field("pages"))
                                                        .where(field("title").eq("x"))))
                                .reversedByNothing()),
                new OperationCase(
                        "backfill_from_the_first_row",
                        shop,
                        new Backfill(
                                        "Book",
                                        field("pages").isNull(),
                                        set(
                                                "pages",
                                                valueOf("Book", field("pages"))
                                                        .where(field("title").eq(outer("title")))
                                                        .orderedBy("-pages", "title")))
                                .reversedByNothing()),
                new OperationCase(
                        "backfill_by_functions",
                        shop,
                        new Backfill(
                                        "Book",
                                        field("title")
                                                .contains("x")
                                                .ignoringCase()
                                                .and(field("pages").between(1, 9))
                                                .and(exists("Book.tags.owner")
                                                        .or(length(field("title"))
                                                                .gt(3))),
                                        set(
                                                "title",
                                                when(field("isbn").isNull(), trim(field("title")))
                                                        .when(
                                                                part(DatePart.YEAR, field("createdAt"))
                                                                        .lt(2000),
                                                                "old")
                                                        .otherwise(substring(field("title"), 1, 5))),
                                        set("pages", abs(field("pages").minus(100))))
                                .reversedByNothing()),
                new OperationCase(
                        "backfill_in_long_batches",
                        shop,
                        new Backfill("Author", field("email").like("%@_"), set("name", field("email")))
                                .reversedBy(null, set("name", "?"))
                                .batchesTaking(Duration.ofSeconds(2))));
    }
}
