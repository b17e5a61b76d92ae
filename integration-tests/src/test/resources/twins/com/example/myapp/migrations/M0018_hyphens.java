package com.example.myapp.migrations;

import io.kuaka.data.Models;
import io.kuaka.data.Row;
import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunJava;
import java.util.List;

@DependsOn("myapp.0017_partition")
public final class M0018_hyphens implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(new RunJava(this::replaceSpaces, RunJava.NOOP));
    }

    private void replaceSpaces(Models models) {
        for (Row row : models.get("MyModel").all()) {
            row.set("slug", row.getString("slug").replace(' ', '-')).save();
        }
    }
}
