package com.example.myapp.migrations;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.field;

import io.kuaka.data.Models;
import io.kuaka.data.Row;
import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunJava;
import java.util.List;

@DependsOn("myapp.0002_add_email")
public final class M0003_populate_email_field implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(new RunJava(this::populateEmails, this::clearEmails));
    }

    private void populateEmails(Models models) {
        for (Row row : models.get("MyModel").filter(field("email").isNull()).iterator(1000)) {
            row.set("email", row.getString("username") + "@example.com").save("email");
        }
    }

    private void clearEmails(Models models) {
        models.get("MyModel").update(set("email", null));
    }
}
