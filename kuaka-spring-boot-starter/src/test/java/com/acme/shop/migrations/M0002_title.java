package com.acme.shop.migrations;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RenameField;
import java.util.List;

@DependsOn("shop.0001_initial")
public final class M0002_title implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(new RenameField("Item", "name", "title"));
    }
}
