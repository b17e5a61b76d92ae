package io.kuaka.junit;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.junit.KuakaAssertions.assertNoDrift;
import static io.kuaka.junit.KuakaAssertions.assertNoMissingMigrations;
import static io.kuaka.junit.KuakaAssertions.assertReversible;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KuakaAssertionsTest {
    @Test
    void modelsWithMigrationsPass() {
        assertNoMissingMigrations();
    }

    @Test
    void migrationsThatLeadBackToWhereTheyBeganPass() {
        assertReversible("keepers");
        assertReversible((migration, models) -> models.get("Keeper").create(set("name", migration)), "keepers");
    }

    @Test
    void namesMigrationsThatUseEntities() {
        assertThatThrownBy(KuakaAssertions::assertNoLiveEntities)
                .isInstanceOf(AssertionError.class)
                .hasMessage("com.example.zoo.lions.migrations.M0003_escape uses com.example.zoo.keepers.Keeper as it is"
                        + " in the code now. When that class changes, the migration no longer does what it did, or no"
                        + " longer compiles. Use the model as it is at that point of history instead:"
                        + " models.get(\"Keeper\").");
    }

    @Test
    void namesEachMigrationThatDoesNotLeadBack() {
        assertThatThrownBy(() -> assertReversible("lions"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        lions.0002_open doesn't lead back to what was there before:
                          - rows of "CAGE": 1 not expected (ID=1)
                        lions.0002_open makes something else the second time:
                          - rows of "CAGE": 1 not expected (ID=1)
                        lions.0003_escape can't be reversed:
                          - Cannot reverse lions.0003_escape, operation 1 (Run SQL): it has no reverse SQL. Pass one to \
                        RunSql, or use --fake.""");
    }

    @Test
    void namesWhatSomebodyChangedByHand(@MigratedDatabase DataSource database) throws SQLException {
        assertThatCode(() -> assertNoDrift(database)).doesNotThrowAnyException();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter table keeper drop column email");
        }

        assertThatThrownBy(() -> assertNoDrift(database))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("EMAIL");
    }

    @Test
    void whatTheSettingsAcceptIsNoDrift(@MigratedDatabase DataSource database, @TempDir Path folder) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter table keeper add column shelf varchar(10)");
        }
        assertThatThrownBy(() -> assertNoDrift(database)).hasMessageContaining("SHELF");

        Files.writeString(
                folder.resolve("application.properties"), "kuaka.drift.ignore = *.shelf always because it was there\n");
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader withSettings =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(withSettings);
            assertThatCode(() -> assertNoDrift(database)).doesNotThrowAnyException();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
