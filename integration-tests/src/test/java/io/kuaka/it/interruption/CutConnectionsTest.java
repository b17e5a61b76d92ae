package io.kuaka.it.interruption;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.support.Engine;
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
 * A run whose session the server ends at a random moment, before, within or after a call, reports nothing that isn't so,
 * and the next run leads to what an undisturbed run leads to.
 */
@Tag("slow")
class CutConnectionsTest {
    private static final int POINTS = Boolean.getBoolean("exhaustive") ? 50 : 5;
    private static final long SEED = Long.getLong("kuaka.seed", 1);
    private static final int ROWS = 200;

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"SQLITE", "H2"})
    void nothingIsReportedThatIsNotSoAndTheNextRunCompletes(Engine engine) throws Exception {
        List<MigrationNode> nodes = LongHistory.of(ROWS);
        TestDatabase undisturbed = engine.fresh();
        int calls = WatchedRun.undisturbed(undisturbed, nodes);
        Outcome expected = Outcome.of(undisturbed);
        int cut = 0;

        for (Disturbance point : Disturbance.over(calls, POINTS, new Random(SEED))) {
            TestDatabase database = engine.fresh();
            WatchedRun run;
            try (Connection connection = database.connect()) {
                String end = endOf(engine, connection);
                run = WatchedRun.of(connection, nodes, point.by(() -> database.execute(end)));
            }
            run.requireTruth(database, point);
            cut += run.hasFailed() ? 1 : 0;
            WatchedRun.undisturbed(database, nodes);

            assertThat(expected.differences(Outcome.of(database)))
                    .as("%s, %s", engine, point)
                    .isEmpty();
        }
        System.out.printf("%s: cut at %d points, %d runs failed, recovered %d%n", engine, POINTS, cut, POINTS);
        assertThat(cut).isGreaterThan(POINTS / 2);
    }

    private static String endOf(Engine engine, Connection connection) throws SQLException {
        String query =
                switch (engine) {
                    case SQLITE, H2 -> throw new IllegalArgumentException("It has no server.");
                    case POSTGRESQL -> "select 'select pg_terminate_backend(' || pg_backend_pid() || ')'";
                    case MARIADB, MYSQL -> "select concat('kill ', connection_id())";
                };
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
