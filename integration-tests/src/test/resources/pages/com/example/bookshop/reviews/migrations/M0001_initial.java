package com.example.bookshop.reviews.migrations;

import static io.kuaka.expression.Expression.*;
import static io.kuaka.state.Fields.*;
import static io.kuaka.state.Indexes.*;
import static io.kuaka.state.Sequence.*;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Initial;
import io.kuaka.migration.Migration;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.CreateSequence;
import io.kuaka.operation.Operation;
import java.util.List;

@DependsOn("catalog.0001_initial")
@Initial
public final class M0001_initial implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(
                new CreateSequence(sequence("review_seq").incrementedBy(50)),
                new CreateModel(
                        model("Reviewer")
                                .table("reviewer")
                                .fields(
                                        bigint("id").primaryKey().identity(),
                                        varchar("username", 40).unique(),
                                        varchar("email", 80).nullable())),
                new CreateModel(
                        model("Review")
                                .table("review")
                                .fields(
                                        bigint("id").primaryKey(),
                                        reference("book", "catalog.Book"),
                                        reference("reviewer", "reviews.Reviewer"),
                                        varchar("title", 200),
                                        text("body").nullable(),
                                        varchar("slug", 200).nullable(),
                                        integer("stars").nullable(),
                                        integer("words").nullable())
                                .constraints(check("review_stars_check", sql("stars between 1 and 5")))));
    }
}
