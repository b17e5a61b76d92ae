package io.kuaka.it.interruption;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.support.Engine;
import io.kuaka.it.support.KillableServer;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.migration.MigrationNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * A run whose server is killed at a random moment reports nothing that isn't so, and once the server is there again the next
 * run leads to what an undisturbed run leads to, without waiting for the one that has ended.
 */
@Tag("slow")
class KilledServerTest {
    private static final int POINTS = Boolean.getBoolean("exhaustive") ? 50 : 2;
    private static final long SEED = Long.getLong("kuaka.seed", 1);
    private static final int ROWS = 200;

    /** More than the sessions that anything else in this test opens between two starts of the server. */
    private static final long NUMBER = 100;

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"SQLITE", "H2"})
    void nothingIsReportedThatIsNotSoAndTheNextRunCompletes(Engine engine) throws Exception {
        List<MigrationNode> nodes = LongHistory.of(ROWS);
        try (KillableServer server = KillableServer.of(engine)) {
            TestDatabase undisturbed = server.fresh();
            int calls = WatchedRun.undisturbed(undisturbed, nodes);
            Outcome expected = Outcome.of(undisturbed);
            int failed = 0;

            for (Disturbance point : Disturbance.over(calls, POINTS, new Random(SEED))) {
                server.restart();
                TestDatabase database = server.fresh();
                WatchedRun run;
                try (Connection connection = numbered(database)) {
                    run = WatchedRun.of(connection, nodes, point.by(server::kill));
                }
                server.restart();
                run.requireTruth(database, point);
                failed += run.hasFailed() ? 1 : 0;
                try (Connection other = numbered(database)) {
                    WatchedRun.undisturbed(database, nodes);
                }

                assertThat(expected.differences(Outcome.of(database)))
                        .as("%s, %s", engine, point)
                        .isEmpty();
            }
            System.out.printf(
                    "%s: server killed at %d points, %d runs failed, recovered %d%n", engine, POINTS, failed, POINTS);
            assertThat(failed).isGreaterThanOrEqualTo(POINTS / 2);
        }
    }

    /**
     * Opens a session that always has the same number: MariaDB and MySQL begin again with the numbers when they start, so that
     * another session may have that of the killed run.
     */
    private static Connection numbered(TestDatabase database) throws SQLException {
        Connection connection = database.connect();
        if (database.engine() == Engine.POSTGRESQL) {
            return connection;
        }
        while (number(connection) < NUMBER) {
            Connection next = database.connect();
            connection.close();
            connection = next;
        }
        assertThat(number(connection)).isEqualTo(NUMBER);
        return connection;
    }

    private static long number(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select connection_id()")) {
            row.next();
            return row.getLong(1);
        }
    }
}
