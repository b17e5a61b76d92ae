package io.kuaka.tooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.NoConnectionException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationTest {
    private static final String UNIT = """
            <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.2">
              <persistence-unit name="shop">
                <properties>
                  <property name="jakarta.persistence.jdbc.url" value="jdbc:sqlite::memory:"/>
                </properties>
              </persistence-unit>
            </persistence>
            """;

    @TempDir
    private Path folder;

    private Path classes = Path.of("");

    @BeforeEach
    void makeProject() throws IOException {
        classes = Files.createDirectories(folder.resolve("target/classes"));
        Files.createDirectories(classes.resolve("META-INF"));
    }

    @Test
    void takesTheDatabaseOfThePersistenceUnitUnlessSomebodySaysOtherwise() throws IOException {
        Files.writeString(classes.resolve("META-INF/persistence.xml"), UNIT);

        Application application = open(Map.of());

        assertThat(application.settings().requireDatabase().url()).isEqualTo("jdbc:sqlite::memory:");
        assertThat(application.settings().originOfDatabase()).contains("persistence.xml");
        Application other = application.with("url", "jdbc:sqlite:other.db", "--url");
        assertThat(other.settings().requireDatabase().url()).isEqualTo("jdbc:sqlite:other.db");
        assertThat(other.settings().originOfDatabase()).contains("--url");
    }

    @Test
    void asksForADatabaseOnlyWhenACommandConnects() throws IOException {
        ConnectionSource database = open(Map.of()).database();

        assertThatThrownBy(database::open).isInstanceOf(MissingDatabaseException.class);
    }

    @Test
    void connectsToTheDatabasesThatTheSettingsName() throws IOException, SQLException {
        Files.writeString(folder.resolve("kuaka.properties"), """
                url = jdbc:sqlite::memory:
                environment.prod.url = jdbc:sqlite::memory:
                environment.demo.url = jdbc:sqlite::memory:
                """);

        Map<String, ConnectionSource> databases = open(Map.of()).databases();

        assertThat(databases.keySet()).containsExactly("this database", "environment \"demo\"", "environment \"prod\"");
        for (ConnectionSource database : databases.values()) {
            try (Connection connection = database.open()) {
                assertThat(connection.isValid(1)).isTrue();
            }
        }
    }

    /** One that nobody uses here stopped what would only have named it. */
    @Test
    void cannotReachADatabaseWhoseSettingsLackAValue() throws IOException {
        Files.writeString(folder.resolve("kuaka.properties"), """
                url = jdbc:sqlite::memory:
                databases.reporting.url = jdbc:sqlite::memory:
                databases.reporting.password = ${REPORTS_PASSWORD}
                databases.stock.url = jdbc:sqlite::memory:
                databases.stock.schema = ${STOCK_SCHEMA}
                environment.demo.url = jdbc:sqlite:${DEMO_FILE}
                environment.prod.url = jdbc:sqlite::memory:
                environment.prod.password = ${PROD_PASSWORD}
                """);

        Map<String, ConnectionSource> others = open(Map.of()).environments();

        assertThat(others.keySet())
                .containsExactly(
                        "database \"reporting\"", "database \"stock\"", "environment \"demo\"", "environment \"prod\"");
        assertThat(others.values()).allSatisfy(other -> assertThatThrownBy(other::open)
                .isInstanceOf(NoConnectionException.class)
                .hasMessageContainingAll("The setting \"kuaka.", "Set it"));
    }

    @Test
    void namesTheSettingThatAnAddressLacks() throws IOException {
        Application application = open(Map.of());

        assertThatThrownBy(() -> application.verifySquash("jdbc:sqlite:${SCRATCH}"))
                .isInstanceOf(UnresolvedSettingException.class)
                .hasMessageContainingAll("verify-url", "SCRATCH");
    }

    private Application open(Map<String, String> environment) throws IOException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
            return Application.open(new Workspace(folder, loader, List.of(classes), environment));
        }
    }
}
