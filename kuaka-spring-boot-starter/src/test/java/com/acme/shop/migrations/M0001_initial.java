package com.acme.shop.migrations;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.varchar;

import io.kuaka.migration.Initial;
import io.kuaka.migration.Migration;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import java.util.List;

@Initial
public final class M0001_initial implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(
                new CreateModel(model("Item").table("item").fields(bigint("id").primaryKey(), varchar("name", 80))));
    }
}
