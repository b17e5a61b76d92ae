package com.example.bookshop.users.migrations;

import static io.kuaka.state.Fields.*;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Initial;
import io.kuaka.migration.Migration;
import io.kuaka.operation.AddField;
import io.kuaka.operation.Operation;
import java.util.List;

@DependsOn({"catalog.0001_initial", "users.0001_initial"})
@Initial
public final class M0002_initial implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(
                new AddField(
                        "User",
                        reference("recommendedBook", "catalog.Book").column("recommended_book_id").nullable()),
                new AddField("Tenant", reference("contact", "users.User").unique().nullable()));
    }
}
