package com.example.bookshop.reviews.migrations;

import static io.kuaka.state.Fields.*;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.AddField;
import io.kuaka.operation.Operation;
import java.util.List;

@DependsOn({"reviews.0008_count_words", "users.0001_initial"})
public final class M0009_review_tenant implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(new AddField("Review", reference("tenant", "users.Tenant").nullable()));
    }
}
