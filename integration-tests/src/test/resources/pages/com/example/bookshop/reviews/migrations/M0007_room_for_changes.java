package com.example.bookshop.reviews.migrations;

import io.kuaka.data.Models;
import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Migration;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunJava;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

@DependsOn("reviews.0006_reviewer_homepage")
public final class M0007_room_for_changes implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(
                new RunJava(
                        models -> onPostgresql(models, "alter table review set (fillfactor = 80)"),
                        models -> onPostgresql(models, "alter table review reset (fillfactor)")));
    }

    private static void onPostgresql(Models models, String sql) throws SQLException {
        if (models.database().equals("postgresql")) {
            try (Statement statement = models.connection().createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
