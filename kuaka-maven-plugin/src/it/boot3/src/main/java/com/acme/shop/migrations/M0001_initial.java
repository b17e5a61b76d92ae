package com.acme.shop.migrations;

import static io.kuaka.state.Fields.*;
import static io.kuaka.state.Sequence.*;

import io.kuaka.migration.Initial;
import io.kuaka.migration.Migration;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.CreateSequence;
import io.kuaka.operation.Operation;
import java.util.List;

@Initial
public final class M0001_initial implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(
                new CreateSequence(sequence("customer_seq").incrementedBy(50)),
                new CreateModel(
                        model("Customer")
                                .table("customer")
                                .fields(bigint("id").primaryKey(), varchar("fullName", 80).column("full_name"))));
    }
}
