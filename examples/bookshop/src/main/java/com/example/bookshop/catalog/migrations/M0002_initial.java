package com.example.bookshop.catalog.migrations;

import static io.kuaka.expression.Expression.*;
import static io.kuaka.state.Fields.*;
import static io.kuaka.state.Indexes.*;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Initial;
import io.kuaka.migration.Migration;
import io.kuaka.operation.AddConstraint;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AddIndex;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import io.kuaka.state.OnDelete;
import java.util.List;

@DependsOn({"catalog.0001_initial", "users.0001_initial"})
@Initial
public final class M0002_initial implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(
                new AddField(
                        "Author",
                        reference("tenant", "users.Tenant").comment("The shop that this row belongs to")),
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
                new AddField("Book", reference("tenant", "users.Tenant").comment("The shop that this row belongs to")),
                new AddField("Category", reference("parent", "catalog.Category").nullable()),
                new AddField(
                        "Category",
                        reference("tenant", "users.Tenant").comment("The shop that this row belongs to")),
                new AddField("Book", reference("category", "catalog.Category").nullable()),
                new AddField("Promotion", reference("book", "catalog.Book").onDelete(OnDelete.CASCADE)),
                new AddField(
                        "Promotion",
                        reference("tenant", "users.Tenant").comment("The shop that this row belongs to")),
                new AddIndex("Author", index("author_tenant_name_idx").on("tenant", "fullName")),
                new AddConstraint("Category", unique("category_tenant_slug_key").on("tenant", "slug")),
                new AddIndex("Book", index("book_tenant_published_idx").on("tenant", "-publishedOn")),
                new AddIndex("Book", index("book_tenant_title_idx").on("tenant", "title")),
                new AddConstraint("Book", unique("book_tenant_isbn_key").on("tenant", "isbn")),
                new AddIndex("Promotion", index("promotion_tenant_start_idx").on("tenant", "-startDate")),
                new AddConstraint("Promotion", check("promotion_days_check", sql("start_date <= end_date"))));
    }
}
