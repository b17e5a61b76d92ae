package io.kuaka.it.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.command.Drift;
import io.kuaka.command.adopt.Adopt;
import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.DatabaseFailedException;
import io.kuaka.it.support.AdoptionRun;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A user who may only read, who is often the one that people look at a database with. */
@Tag("slow")
class ReadOnlyUserTest {
    private static final Adopt.Options OPTIONS = new Adopt.Options(new TreeSet<>(), false, false, false, false);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MYSQL"})
    void whoMayOnlyReadSeesSizesAndIsToldWhatIsMissingBeforeAnyFileIsWritten(Engine engine) throws Exception {
        TestDatabase database = engine.fresh();
        database.execute(OldShop.scripts(engine).toArray(String[]::new));
        ConnectionSource reader = reader(database);
        AdoptionRun run = new AdoptionRun(database, OldShop.entities(engine), Map.of(), folder);
        Adopt adopt = run.command(reader);

        assertThat(adopt.look(OPTIONS).tables()).hasSize(6);
        assertThatThrownBy(() -> adopt.run(adopt.prepare(OPTIONS)))
                .isInstanceOf(DatabaseFailedException.class)
                .hasMessageContaining("denied")
                .hasMessageContaining("lacks a privilege")
                .hasMessageContaining("'kuaka doctor' lists what the user needs");
        assertThat(folder.resolve("main")).doesNotExist();

        run.adopt(false, false);
        Drift drift = new Drift(run.project(), reader);
        if (engine == Engine.POSTGRESQL) {
            database.execute("grant select on all tables in schema public to " + user(reader));
            assertThat(drift.run(Drift.Options.all()).isFound()).isFalse();
        } else {
            assertThatThrownBy(() -> drift.run(Drift.Options.all())).hasMessageContaining("lacks a privilege");
        }
    }

    private static String user(ConnectionSource source) throws SQLException {
        try (Connection connection = source.open()) {
            return connection.getMetaData().getUserName();
        }
    }

    private static ConnectionSource reader(TestDatabase database) throws SQLException {
        String user = "reader_" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        if (database.engine() == Engine.POSTGRESQL) {
            database.execute(
                    "create role " + user + " login", "grant select on all tables in schema public to " + user);
        } else {
            String account = "'" + user + "'@'localhost'";
            database.execute("create user " + account, "grant select on " + schema(database) + ".* to " + account);
        }
        return () -> DriverManager.getConnection(database.url(), user, "");
    }

    private static String schema(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return connection.getCatalog();
        }
    }
}
