package com.example.bookshop.catalog.migrations;

import static io.kuaka.state.Fields.*;
import static io.kuaka.state.Sequence.*;

import io.kuaka.migration.Initial;
import io.kuaka.migration.Migration;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.CreateSequence;
import io.kuaka.operation.Operation;
import java.util.List;

@Initial
public final class M0001_initial implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(
                new CreateSequence(sequence("book_seq").incrementedBy(50)),
                new CreateSequence(sequence("author_seq").incrementedBy(50)),
                new CreateModel(
                        model("Author")
                                .table("author")
                                .fields(
                                        bigint("id").primaryKey(),
                                        instant("createdAt").column("created_at"),
                                        varchar("fullName", 150).column("full_name"),
                                        text("biography").nullable(),
                                        date("born").nullable())),
                new CreateModel(
                        model("Book")
                                .table("book")
                                .fields(
                                        bigint("id").primaryKey(),
                                        instant("createdAt").column("created_at"),
                                        varchar("title", 200),
                                        varchar("isbn", 13),
                                        enumeration("format", "HARDCOVER", "PAPERBACK", "EBOOK").length(20),
                                        decimal("price", 10, 2),
                                        integer("pages").nullable(),
                                        date("publishedOn").column("published_on").nullable(),
                                        integer("version"))),
                new CreateModel(
                        model("Category")
                                .table("category")
                                .fields(
                                        integer("id").primaryKey().identity(),
                                        instant("createdAt").column("created_at"),
                                        varchar("slug", 50),
                                        varchar("name", 100))),
                new CreateModel(
                        model("Promotion")
                                .table("promotion")
                                .fields(
                                        integer("id").primaryKey().identity(),
                                        instant("createdAt").column("created_at"),
                                        date("startDate").column("start_date"),
                                        date("endDate").column("end_date"),
                                        integer("percentOff").column("percent_off").defaultTo(10))));
    }
}
