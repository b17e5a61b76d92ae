package com.example.myapp;

import static io.kuaka.expression.Expression.field;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kuaka.data.Row;
import io.kuaka.junit.MigrationTest;
import io.kuaka.junit.Migrator;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

@MigrationTest(app = "myapp", from = "0002_add_email", to = "0003_populate_email_field")
class PopulateEmailFieldTest {
    @Test
    void populatesEmails(Migrator migrator) {
        Row ann = migrator.model("MyModel")
                .create(Map.of(
                        "username", "ann",
                        "slug", "one",
                        "status", "old",
                        "needsUpdate", false,
                        "createdAt", LocalDateTime.now()));

        migrator.migrate();

        Row migrated = migrator.model("MyModel").get(field("id").eq(ann.key()));
        assertEquals("ann@example.com", migrated.get("email"));
    }
}
