package com.example.bookshop.catalog.migrations;

import static io.kuaka.state.Fields.*;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Initial;
import io.kuaka.migration.Migration;
import io.kuaka.migration.NonAtomic;
import io.kuaka.migration.Replaces;
import io.kuaka.migration.RunBefore;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import java.util.List;

// Drops column "title" of "Book".
//
// Look twice.
@DependsOn({"users.0001_initial", "tenants.__first__"})
@RunBefore("orders.0001_initial")
@Replaces({
    "catalog.0001_initial",
    "catalog.0002_author_with_a_rather_long_name",
    "catalog.0003_isbn_with_a_rather_long_name",
    "catalog.0004_price"
})
@Initial
@NonAtomic
public final class M0001_squashed_0004_a_name_that_is_so_long_that_lines_break implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(new CreateModel(model("Book").fields(bigint("id").primaryKey(), varchar("title", 200))));
    }
}
