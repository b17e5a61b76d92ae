package com.example.myapp.migrations;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.migration.NonAtomic;
import io.kuaka.operation.Backfill;
import io.kuaka.operation.Operation;
import java.util.List;
import java.util.Locale;

@DependsOn("myapp.0004_process")
@NonAtomic
public final class M0005_process_in_batches implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(new Backfill("MyModel", null, row -> row.set("slug", row.getString("slug").toLowerCase(Locale.ROOT)))
                .reversedByNothing());
    }
}
