package io.kuaka.junit;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.junit.KuakaAssertions.assertTenantIsolation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.data.Models;
import org.junit.jupiter.api.Test;

class TenantIsolationTest {
    /** The seed's test of isolation: rows of two tenants before a migration, each with its own after it. */
    @Test
    @MigrationTest(app = "visits", from = "0001", to = "0002_fill_note")
    void aMigrationThatLeavesEachRowWithItsTenantKeepsThemIsolated(Migrator migrator) {
        Models one = migrator.models().asTenant("zoo", 1L);
        Models two = migrator.models().asTenant("zoo", 2L);
        one.get("Visit").create(set("id", 1L), set("note", "first"));
        two.get("Visit").create(set("id", 2L), set("note", "second"));

        assertTenantIsolation(migrator, "zoo");

        Models after = migrator.models().asTenant("zoo", 1L);
        assertThat(after.get("Visit").count()).isEqualTo(1);
        assertThat(after.get("Visit").first().orElseThrow().getLong("id")).isEqualTo(1L);
    }

    @Test
    @MigrationTest(app = "visits", to = "0003_first_zoo")
    void rowsThatAMigrationMovesToAnotherTenantAreNamed(Migrator migrator) {
        migrator.models().asTenant("zoo", 2L).get("Visit").create(set("id", 7L));

        assertThatThrownBy(() -> assertTenantIsolation(migrator, "zoo"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("The migration moved rows from one tenant to another:\n"
                        + "  - visits.Visit 7 belonged to 2 and belongs to 1 now");
    }

    @Test
    @MigrationTest(app = "visits", to = "0002_fill_note")
    void referencesBetweenTwoTenantsAreCounted(Migrator migrator) {
        migrator.models().asTenant("zoo", 2L).get("Guide").create(set("id", 1L));
        migrator.model("Visit").create(set("id", 1L), set("zoo", 1L), set("guide", 1L));

        assertThatThrownBy(() -> assertTenantIsolation(migrator.models(), "zoo"))
                .hasMessage("Tenants are mixed:\n  - visits.Visit has 1 row whose \"guide\" belongs to another tenant");
    }
}
