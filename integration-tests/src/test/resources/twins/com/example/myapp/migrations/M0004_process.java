package com.example.myapp.migrations;

import io.kuaka.data.Model;
import io.kuaka.data.Models;
import io.kuaka.data.Row;
import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunJava;
import java.util.ArrayList;
import java.util.List;

@DependsOn("myapp.0003_populate_email_field")
public final class M0004_process implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(new RunJava(this::process, RunJava.NOOP));
    }

    private void process(Models models) {
        Model myModel = models.get("MyModel");
        List<Row> waiting = new ArrayList<>();
        for (Row row : myModel.iterator(1000)) {
            waiting.add(row.set("slug", row.getString("slug").strip()));
            if (waiting.size() == 1000) {
                myModel.bulkUpdate(waiting, "slug");
                waiting.clear();
            }
        }
        myModel.bulkUpdate(waiting, "slug");
    }
}
