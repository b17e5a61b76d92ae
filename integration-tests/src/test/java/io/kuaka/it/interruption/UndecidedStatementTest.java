package io.kuaka.it.interruption;

import static io.kuaka.it.support.MigrationDatabase.node;
import static io.kuaka.it.support.MigrationDatabase.nonAtomic;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kuaka.executor.Executor;
import io.kuaka.executor.Executor.Planned;
import io.kuaka.executor.UndecidedStatementException;
import io.kuaka.executor.UnusableResumeException;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.it.interruption.CountedCalls.Killed;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.lease.LeaseTerms;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddField;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.RunSql;
import io.kuaka.recorder.Recorder;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.kuaka.schema.session.TimeLimits;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run ends while a statement runs of which the database shows nothing: nobody but the user knows whether it has run. */
class UndecidedStatementTest {
    /** Signs of life would be calls, too, and come at any time: there are none within a test. */
    private static final LeaseTerms TERMS = new LeaseTerms(
            Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ofMillis(300), Duration.ofMillis(300), null);

    private static final int LAST_CALL = 100;
    private static final List<MigrationNode> NODES = List.of(
            node(
                    "shop.0001_initial",
                    List.of(),
                    new CreateModel(
                            model("Book").table("book").fields(bigint("id").primaryKey()))),
            nonAtomic(node(
                    "shop.0002_view",
                    List.of("shop.0001_initial"),
                    new RunSql("create view cheap as select id from book", "drop view cheap"),
                    new AddField("Book", integer("pages").nullable()))));

    @ParameterizedTest
    @EnumSource
    void isNeverRepeatedButAskedAbout(Engine engine) throws SQLException {
        TestDatabase database = broken(engine);

        assertThatExceptionOfType(UndecidedStatementException.class)
                .isThrownBy(() -> migrate(database, LAST_CALL * 10, 0))
                .withMessageStartingWith("shop.0002_view was interrupted on its way forward while statement 1 of 2 was"
                        + " running: create view cheap as select id from book.")
                .withMessageContaining("migrate with --resume-from=2 if it has run, with --resume-from=1 if it hasn't");
        assertThatExceptionOfType(UnusableResumeException.class)
                .isThrownBy(() -> migrate(database, LAST_CALL * 10, 3))
                .withMessageContaining("shop.0002_view can, from statement 1 or 2.");

        migrate(database, LAST_CALL * 10, 2);

        try (Connection connection = database.connect()) {
            assertThat(applied(connection)).hasSize(2);
        }
    }

    /** Kills runs after each call in turn until one ends after the view was made and before that was noted. */
    private static TestDatabase broken(Engine engine) throws SQLException {
        for (int call = 1; call < LAST_CALL; call++) {
            TestDatabase database = engine.fresh();
            try {
                migrate(database, call, 0);
            } catch (Killed | SQLException e) {
                // As planned; what is tried afterwards fails in its own way.
            }
            if (hasView(database) && isAboutToBeNoted(database)) {
                return database;
            }
        }
        throw new AssertionError("No such point.");
    }

    private static boolean hasView(TestDatabase database) {
        try {
            database.execute("select id from cheap");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static boolean isAboutToBeNoted(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select done from kuaka_journal where name = '0002_view'")) {
            return row.next() && row.getInt(1) == 0;
        }
    }

    /** Migrates, and ends after the call with the given number. */
    private static void migrate(TestDatabase database, int lastCall, int resumeFrom) throws SQLException {
        try (Connection real = database.connect()) {
            Connection connection = CountedCalls.endingAfter(lastCall, real);
            Dialect dialect = Dialects.of(connection);
            new Executor(dialect, connection, MigrationListener.silent(), TERMS).run(() -> {
                MigrationGraph graph = MigrationGraph.of(NODES, applied(connection));
                return new Planned(graph, graph.plan(Target.everything()), resumeFrom, Map.of(), TimeLimits.standard());
            });
        }
    }

    private static Set<MigrationKey> applied(Connection connection) throws SQLException {
        return new Recorder(Dialects.of(connection)).applied(connection).keySet();
    }
}
