package com.acme.shop.migrations;

import static io.kuaka.state.Fields.*;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.AddField;
import io.kuaka.operation.Operation;
import java.util.List;

@DependsOn("shop.0001_initial")
public final class M0002_customer_phone_number implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(new AddField("Customer", varchar("phoneNumber", 255).column("phone_number").nullable()));
    }
}
