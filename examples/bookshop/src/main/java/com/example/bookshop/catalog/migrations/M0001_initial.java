package com.example.bookshop.catalog.migrations;

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
import io.kuaka.state.OnDelete;
import java.util.List;

@DependsOn("users.0001_initial")
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
                                        reference("tenant", "users.Tenant")
                                                .comment("The shop that this row belongs to"),
                                        instant("createdAt").column("created_at"),
                                        varchar("fullName", 150).column("full_name"),
                                        text("biography").nullable(),
                                        date("born").nullable())
                                .indexes(index("author_tenant_name_idx").on("tenant", "fullName"))),
                new CreateModel(
                        model("Category")
                                .table("category")
                                .fields(
                                        integer("id").primaryKey().identity(),
                                        reference("tenant", "users.Tenant")
                                                .comment("The shop that this row belongs to"),
                                        instant("createdAt").column("created_at"),
                                        reference("parent", "catalog.Category").nullable(),
                                        varchar("slug", 50),
                                        varchar("name", 100))
                                .constraints(unique("category_tenant_slug_key").on("tenant", "slug"))),
                new CreateModel(
                        model("Book")
                                .table("book")
                                .fields(
                                        bigint("id").primaryKey(),
                                        reference("tenant", "users.Tenant")
                                                .comment("The shop that this row belongs to"),
                                        instant("createdAt").column("created_at"),
                                        varchar("title", 200),
                                        varchar("isbn", 13),
                                        enumeration("format", "HARDCOVER", "PAPERBACK", "EBOOK").length(20),
                                        decimal("price", 10, 2),
                                        integer("pages").nullable(),
                                        date("publishedOn").column("published_on").nullable(),
                                        reference("category", "catalog.Category").nullable(),
                                        integer("version"))
                                .indexes(
                                        index("book_tenant_published_idx").on("tenant", "-publishedOn"),
                                        index("book_tenant_title_idx").on("tenant", "title"))
                                .constraints(unique("book_tenant_isbn_key").on("tenant", "isbn"))),
                new CreateModel(
                        model("Book.authors")
                                .table("book_author")
                                .fields(
                                        reference("element", "catalog.Author").column("author_id").primaryKey(),
                                        reference("owner", "catalog.Book").column("book_id").primaryKey())),
                new CreateModel(
                        model("Book.keywords")
                                .table("book_keyword")
                                .fields(
                                        reference("owner", "catalog.Book").column("book_id").primaryKey(),
                                        varchar("element", 50).column("keyword").primaryKey())),
                new CreateModel(
                        model("Promotion")
                                .table("promotion")
                                .fields(
                                        integer("id").primaryKey().identity(),
                                        reference("tenant", "users.Tenant")
                                                .comment("The shop that this row belongs to"),
                                        instant("createdAt").column("created_at"),
                                        reference("book", "catalog.Book").onDelete(OnDelete.CASCADE),
                                        date("startDate").column("start_date"),
                                        date("endDate").column("end_date"),
                                        integer("percentOff").column("percent_off").defaultTo(10))
                                .indexes(index("promotion_tenant_start_idx").on("tenant", "-startDate"))
                                .constraints(check("promotion_days_check", sql("start_date <= end_date")))));
    }
}
