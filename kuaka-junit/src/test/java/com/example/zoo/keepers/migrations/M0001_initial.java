package com.example.zoo.keepers.migrations;

import static io.kuaka.state.Fields.*;

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
                new CreateModel(model("Keeper").fields(bigint("id").primaryKey().identity(), varchar("name", 80))));
    }
}
