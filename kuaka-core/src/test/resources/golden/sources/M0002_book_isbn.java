package com.example.bookshop.catalog.migrations;

import static io.kuaka.state.Fields.*;
import static io.kuaka.state.Indexes.*;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AddIndex;
import io.kuaka.operation.Operation;
import java.util.List;

@DependsOn("catalog.0001_initial")
public final class M0002_book_isbn implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(
                new AddField("Book", varchar("isbn", 13).nullable()),
                new AddIndex("Book", index("book_isbn_idx").on("tenant", "-isbn")));
    }
}
