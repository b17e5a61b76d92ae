package com.example.bookshop.reviews.migrations;

import static io.kuaka.state.Fields.varchar;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.AddField;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunSql;
import java.util.List;

@DependsOn("reviews.0005_tidy")
public final class M0006_reviewer_homepage implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(
                new RunSql(
                                "alter table reviewer add column homepage varchar(200)",
                                "alter table reviewer drop column homepage")
                        .withStateOperations(new AddField("Reviewer", varchar("homepage", 200).nullable())));
    }
}
