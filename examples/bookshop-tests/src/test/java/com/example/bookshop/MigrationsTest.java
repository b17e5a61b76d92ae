package com.example.bookshop;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.junit.KuakaAssertions.assertNoLiveEntities;
import static io.kuaka.junit.KuakaAssertions.assertNoMissingMigrations;
import static io.kuaka.junit.KuakaAssertions.assertReversible;
import static io.kuaka.junit.KuakaAssertions.assertTenantIsolation;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kuaka.data.Models;
import io.kuaka.data.Row;
import io.kuaka.junit.MigrationTest;
import io.kuaka.junit.Migrator;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The bookshop's migrations, by themselves and as one history. */
class MigrationsTest {
    @Test
    void theEntitiesHaveNoChangesWithoutAMigration() {
        assertNoMissingMigrations();
    }

    @Test
    void migrationsUseTheModelsAsTheyWereThen() {
        assertNoLiveEntities();
    }

    @Test
    void allCanBeReversedWithRowsInTheTables() {
        assertReversible(MigrationsTest::openAShop);
    }

    private static void openAShop(String migration, Models models) {
        if (migration.equals("users.0001_initial")) {
            Row harbour = models.get("users.Tenant").create(Map.of("slug", "harbour", "name", "Harbour Books"));
            models.get("users.User")
                    .create(Map.of(
                            "tenant",
                            harbour,
                            "email",
                            "owner@harbour.example.com",
                            "role",
                            "OWNER",
                            "createdAt",
                            Instant.EPOCH,
                            "version",
                            0));
        }
    }

    @Test
    @MigrationTest(app = "users", from = "0001_initial", to = "0002_initial")
    void contactsComeWithoutMovingAnybodyToAnotherShop(Migrator migrator) {
        openAShop("users.0001_initial", migrator.models());

        assertTenantIsolation(migrator, "tenant");

        Row harbour = migrator.model("Tenant").get(field("slug").eq("harbour"));
        harbour.set("contact", migrator.model("User").get(field("email").eq("owner@harbour.example.com")));
        harbour.save("contact");
        migrator.rollback();
        assertEquals(1, migrator.model("User").count());
    }
}
