package com.example.bookshop.events.migrations;

import static io.kuaka.state.Fields.*;
import static io.kuaka.state.Indexes.*;

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
                new CreateModel(
                        model("Event")
                                .table("event")
                                .fields(
                                        integer("id").primaryKey().identity(),
                                        varchar("slug", 50),
                                        varchar("title", 200),
                                        instant("startsAt").column("starts_at"))
                                .indexes(index("event_starts_idx").on("-startsAt"))
                                .constraints(unique("event_slug_key").on("slug"))));
    }
}
