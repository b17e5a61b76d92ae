package com.example.zoo.visits.migrations;

import static io.kuaka.state.Fields.*;

import io.kuaka.migration.Migration;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import java.util.List;

public final class M0001_initial implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(
                new CreateModel(
                        model("Guide").table("guide").fields(bigint("id").primaryKey(), bigint("zoo"))),
                new CreateModel(model("Visit")
                        .table("visit")
                        .fields(
                                bigint("id").primaryKey(),
                                bigint("zoo"),
                                varchar("note", 20).nullable(),
                                reference("guide", "visits.Guide").nullable())));
    }
}
