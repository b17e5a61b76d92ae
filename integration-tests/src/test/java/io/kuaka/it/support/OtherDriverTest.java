package io.kuaka.it.support;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.bool;
import static io.kuaka.state.Fields.instant;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.data.Models;
import io.kuaka.data.Row;
import io.kuaka.graph.Target;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.CreateModel;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MySQL's driver leads to MariaDB too, and the other way round: the server says what it is. */
class OtherDriverTest {
    private static final ModelState THING =
            model("Thing").fields(bigint("id").primaryKey().identity(), uuid("code"), bool("flag"), instant("moment"));
    private static final ProjectState STATE = SchemaRun.shop(THING);
    private static final Map<String, Object> VALUES = Map.of(
            "code", UUID.fromString("0b4de1a5-8d6e-4f6c-9ae2-25b9e2b1c9f1"),
            "flag", true,
            "moment", Instant.parse("2024-07-01T10:30:15.123Z"));

    @ParameterizedTest
    @CsvSource({"MYSQL, jdbc:mysql:, jdbc:mariadb:", "MARIADB, jdbc:mariadb:, jdbc:mysql:"})
    void eitherDriverMigratesTheServerAndReadsWhatTheOtherWrote(Engine engine, String own, String other)
            throws SQLException {
        TestDatabase database = engine.fresh();
        TestDatabase through =
                new TestDatabase(engine, database.url().replace(own, other), database.user(), database.password());

        assertThat(dialect(through).name()).isEqualTo(dialect(database).name());
        migrate(through);
        write(through);
        assertThat(read(database)).isEqualTo(VALUES);
        write(database);
        assertThat(read(through)).isEqualTo(VALUES);
    }

    private static Dialect dialect(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return Dialects.forUrl(database.url()).refine(connection);
        }
    }

    private static void migrate(TestDatabase database) throws SQLException {
        MigrationNode initial = MigrationDatabase.node("shop.0001_initial", List.of(), new CreateModel(THING));
        try (MigrationDatabase run = new MigrationDatabase(dialect(database), database.connect(), new ArrayList<>())) {
            run.migrate(List.of(initial), Target.everything());
        }
    }

    private static void write(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Models models = Models.on(connection, "shop", STATE)) {
            models.get("Thing").delete();
            models.get("Thing").create(VALUES);
        }
    }

    private static Map<String, Object> read(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Models models = Models.on(connection, "shop", STATE)) {
            Row row = models.get("Thing").first().orElseThrow();
            return Map.of("code", row.get("code"), "flag", row.get("flag"), "moment", row.get("moment"));
        }
    }
}
