package com.example.zoo.lions.migrations;

import com.example.zoo.keepers.Keeper;
import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunSql;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** It has no way back, and looks at an entity. */
@DependsOn("lions.0002_open")
public final class M0003_escape implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(new RunSql("delete from cage where id < " + nameOf(null).length()));
    }

    private static String nameOf(@Nullable Keeper keeper) {
        return keeper == null ? "nobody" : keeper.toString();
    }
}
