package com.example.zoo.keepers;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.field;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kuaka.data.Row;
import io.kuaka.junit.MigrationTest;
import io.kuaka.junit.Migrator;
import org.junit.jupiter.api.Test;

/** The example of docs/testing.md. */
@MigrationTest(app = "keepers", from = "0002_keeper_email", to = "0003_fill_email")
class FillEmailTest {
    @Test
    void fillsMissingAddresses(Migrator migrator) {
        migrator.model("Keeper").create(set("name", "ann"));

        migrator.migrate();

        Row ann = migrator.model("Keeper").get(field("name").eq("ann"));
        assertEquals("ann@zoo.example", ann.get("email"));

        migrator.rollback();
    }
}
