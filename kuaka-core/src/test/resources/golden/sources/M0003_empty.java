package com.example.bookshop.catalog.migrations;

import io.kuaka.migration.Migration;
import io.kuaka.operation.Operation;
import java.util.List;

public final class M0003_empty implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of();
    }
}
