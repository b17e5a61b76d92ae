package io.kuaka.it.interruption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kuaka.base.MigrationException;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.PlanStep;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.lease.LeaseTerms;
import io.kuaka.migration.MigrationNode;
import io.kuaka.recorder.OwnTables;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
    private static final int POINTS = Boolean.getBoolean("exhaustive") ? 50 : 8;
    private static final long SEED = Long.getLong("kuaka.seed", 1);
    private static final int ROWS = 200;
    private static final LeaseTerms TERMS = LeaseTerms.standard().waiting(Duration.ofMinutes(3));

    /** A moment: before a call, within it, or after it. */
    private record Point(int call, KilledRun.Moment moment, long micros) {}

    /** What a run said about itself. */
    private static final class Said implements MigrationListener {
        private final Set<String> finished = new TreeSet<>();
        private String last = "";

        @Override
        public void started(PlanStep step) {
            last = step.key().toString();
        }

        @Override
        public void finished(PlanStep step, Duration duration, boolean faked) {
            finished.add(step.key().toString());
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"SQLITE", "H2"})
    void nothingIsReportedThatIsNotSoAndTheNextRunCompletes(Engine engine) throws Exception {
        List<MigrationNode> nodes = LongHistory.of(ROWS);
        TestDatabase undisturbed = engine.fresh();
        int calls = run(undisturbed, nodes);
        Outcome expected = Outcome.of(undisturbed);
        int cut = 0;

        for (Point point : points(calls)) {
            TestDatabase database = engine.fresh();
            Said said = new Said();
            MigrationException failure = cutRun(database, nodes, point, said);
            requireTruth(database, point, said, failure);
            cut += failure == null ? 0 : 1;
            run(database, nodes);

            assertThat(Outcome.of(database)).as("%s, %s", engine, point).isEqualTo(expected);
        }
        System.out.printf("%s: cut at %d points, %d runs failed, recovered %d%n", engine, POINTS, cut, POINTS);
        assertThat(cut).isGreaterThan(POINTS / 2);
    }

    private static List<Point> points(int calls) {
        Random random = new Random(SEED);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            int stretch = calls / POINTS;
            KilledRun.Moment moment = KilledRun.Moment.values()[random.nextInt(3)];
            points.add(new Point(1 + i * stretch + random.nextInt(stretch), moment, random.nextInt(2_000)));
        }
        return points;
    }

    private static void requireTruth(TestDatabase database, Point point, Said said, MigrationException failure)
            throws SQLException {
        Set<String> applied = applied(database);
        assertThat(applied).as("%s: what was reported as applied", point).containsAll(said.finished);
        Set<String> more = new TreeSet<>(applied);
        more.removeAll(said.finished);
        if (failure == null) {
            assertThat(more).isEmpty();
            return;
        }
        assertThat(more).as("%s: what may be applied", point).isSubsetOf(said.last);
        assertThat(failure)
                .as("%s", point)
                .hasMessageContaining("The connection is lost")
                .hasMessageContaining("Run migrate again");
        assertThat(said.finished).allSatisfy(each -> assertThat(failure).hasMessageContaining(each));
    }

    private static Set<String> applied(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            Dialect dialect = Dialects.of(connection);
            return OwnTables.of(dialect, connection).history().applied(connection).keySet().stream()
                    .map(Object::toString)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static int run(TestDatabase database, List<MigrationNode> nodes) throws SQLException {
        try (Connection connection = database.connect()) {
            CountedCalls calls = new CountedCalls(connection, (number, call) -> call.run());
            LongHistory.migrate(nodes, calls.connection(), TERMS);
            return calls.count();
        }
    }

    private static MigrationException cutRun(TestDatabase database, List<MigrationNode> nodes, Point point, Said said)
            throws SQLException {
        Connection connection = database.connect();
        String end = endOf(database.engine(), connection);
        CountedCalls calls = new CountedCalls(connection, (number, call) -> {
            if (number != point.call()) {
                return call.run();
            }
            return switch (point.moment()) {
                case BEFORE -> {
                    execute(database, end);
                    yield call.run();
                }
                case INSIDE -> {
                    Thread cut = new Thread(() -> cutSoon(database, end, point.micros()));
                    cut.start();
                    try {
                        yield call.run();
                    } finally {
                        cut.join();
                    }
                }
                case AFTER -> {
                    Object result = call.run();
                    execute(database, end);
                    yield result;
                }
            };
        });
        MigrationException failure = catchThrowableOfType(
                MigrationException.class, () -> LongHistory.migrate(nodes, calls.connection(), TERMS, said));
        connection.close();
        return failure;
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

    private static void cutSoon(TestDatabase database, String end, long micros) {
        try {
            Thread.sleep(micros / 1000, (int) (micros % 1000) * 1000);
            execute(database, end);
        } catch (InterruptedException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
