package com.example.bookshop.catalog.migrations;

import static io.kuaka.state.Fields.*;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.AddField;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RenameField;
import java.util.List;

@DependsOn("catalog.0001_initial")
public final class M0002_rename_pages_book_page_count_book_subtitle implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(
                new RenameField("Book", "pages", "pageCount"),
                new AddField("Book", varchar("subtitle", 200).nullable()));
    }
}
