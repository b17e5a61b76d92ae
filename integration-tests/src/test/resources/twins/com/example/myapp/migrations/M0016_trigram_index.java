package com.example.myapp.migrations;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.state.Indexes.*;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.AddIndex;
import io.kuaka.operation.CreateExtension;
import io.kuaka.operation.Operation;
import java.util.List;

@DependsOn("myapp.0015_conditional")
public final class M0016_trigram_index implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(
                new CreateExtension("pg_trgm"),
                new AddIndex(
                        "MyModel",
                        index("mymodel_name_trgm_idx")
                                .on(part(field("username")).operatorClass("gin_trgm_ops"))
                                .using("gin")));
    }
}
