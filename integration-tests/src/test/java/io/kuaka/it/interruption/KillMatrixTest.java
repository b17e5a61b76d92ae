package io.kuaka.it.interruption;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.interruption.KilledRun.Moment;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.lease.LeaseTerms;
import io.kuaka.migration.MigrationNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * After a run was killed, another one leads to what an undisturbed run leads to: the same schema, rows and history.
 *
 * <p>With {@code -Dexhaustive} each call of the run has two points, before it and within it, and the last one a third after
 * it: to the database, after a call is before the next one. Otherwise there are a few points, the same in each build unless
 * {@code -Dkuaka.seed} says otherwise.
 */
@Tag("slow")
class KillMatrixTest {
    private static final boolean IS_EXHAUSTIVE = Boolean.getBoolean("exhaustive");
    private static final int ROWS = IS_EXHAUSTIVE ? 20_000 : 2_000;
    private static final int POINTS = 4;
    private static final long SEED = Long.getLong("kuaka.seed", 1);
    private static final LeaseTerms TERMS = LeaseTerms.standard().waiting(Duration.ofMinutes(3));

    /** A point at which a run is killed. */
    private record Point(int call, Moment moment) {}

    @ParameterizedTest
    @EnumSource
    void aKilledRunIsRecoveredByTheNextOne(Engine engine) throws Exception {
        List<MigrationNode> nodes = LongHistory.of(ROWS);
        TestDatabase undisturbed = fresh(engine);
        int calls = run(undisturbed, nodes);
        Outcome expected = Outcome.of(undisturbed);
        List<Point> points = points(calls, new Random(SEED));
        int killed = 0;

        for (Point point : points) {
            TestDatabase database = fresh(engine);
            killed += isKilled(database, point) ? 1 : 0;
            run(database, nodes);

            assertThat(expected.differences(Outcome.of(database)))
                    .as("%s, %s of %s", engine, point, calls)
                    .isEmpty();
        }
        System.out.printf(
                "%s: killed at %d of %d points, recovered %d%n", engine, killed, points.size(), points.size());
        assertThat(killed).isGreaterThan(points.size() / 2);
    }

    private static List<Point> points(int calls, Random random) {
        List<Point> points = new ArrayList<>();
        for (int call = 1; call <= calls; call++) {
            points.add(new Point(call, Moment.BEFORE));
            points.add(new Point(call, Moment.INSIDE));
        }
        points.add(new Point(calls, Moment.AFTER));
        if (IS_EXHAUSTIVE) {
            return points;
        }
        List<Point> some = new ArrayList<>();
        int stretch = points.size() / POINTS;
        for (int i = 0; i < POINTS; i++) {
            some.add(points.get(i * stretch + random.nextInt(stretch)));
        }
        return some;
    }

    /** A database in memory would end with the process. */
    private static TestDatabase fresh(Engine engine) throws IOException {
        if (engine != Engine.H2) {
            return engine.fresh();
        }
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "h2")), "db");
        return new TestDatabase(Engine.H2, "jdbc:h2:file:" + folder.toAbsolutePath() + "/test", "sa", "");
    }

    /** Runs to the end in this process, and returns how many calls the database heard. */
    private static int run(TestDatabase database, List<MigrationNode> nodes) throws SQLException {
        try (Connection connection = database.connect()) {
            CountedCalls calls = new CountedCalls(connection, (number, call) -> call.run());
            LongHistory.migrate(nodes, calls.connection(), TERMS);
            return calls.count();
        }
    }

    private static boolean isKilled(TestDatabase database, Point point) throws Exception {
        Process process = KilledRun.start(database, ROWS, point.call(), point.moment());
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        int code = process.exitValue();
        assertThat(code).as("%s: %s", point, said).isIn(0, 137);
        return code == 137;
    }
}
