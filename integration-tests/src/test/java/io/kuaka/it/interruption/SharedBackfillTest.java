package io.kuaka.it.interruption;

import static io.kuaka.expression.Assignment.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.data.RowCode;
import io.kuaka.executor.Executor;
import io.kuaka.executor.MigrationFailedException;
import io.kuaka.executor.Unfinished;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.expression.Expression;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.Backfill;
import io.kuaka.operation.RunSql;
import io.kuaka.recorder.LeaseRow;
import io.kuaka.recorder.OwnTables;
import io.kuaka.recorder.RangeTable;
import io.kuaka.recorder.WalkRange;
import io.kuaka.schema.Dialects;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Workers that share a backfill visit each row once, whoever of them is killed.
 *
 * <p>With {@code -Dexhaustive} a run is killed at 20 random points on each database, otherwise at one.
 */
@Tag("slow")
class SharedBackfillTest {
    private static final boolean IS_EXHAUSTIVE = Boolean.getBoolean("exhaustive");
    private static final int POINTS = IS_EXHAUSTIVE ? 20 : 1;
    private static final long SEED = Long.getLong("kuaka.seed", 1);
    private static final String COMPLETE = "900 rows of 11 to 11";

    private static TestDatabase withRows(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();
        SharedRun.migrate(SharedRun.before(), database::connect, MigrationListener.silent());
        return database;
    }

    private static String prices(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*), min(price), max(price) from item")) {
            row.next();
            return row.getInt(1) + " rows of " + row.getInt(2) + " to " + row.getInt(3);
        }
    }

    private static void assertComplete(TestDatabase database, String what) throws SQLException {
        assertThat(prices(database)).as(what).isEqualTo(COMPLETE);
        try (Connection connection = database.connect()) {
            OwnTables own = OwnTables.of(Dialects.of(connection), connection);
            assertThat(own.history().applied(connection)).as(what).hasSize(2);
            assertThat(own.journal().unfinished(connection)).as(what).isEmpty();
            assertThat(own.ranges().all(connection)).as(what).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void workersHaveTheirConnectionsAndVisitEachRowOnce(Engine engine) throws SQLException {
        TestDatabase database = withRows(engine);
        Set<String> threads = ConcurrentHashMap.newKeySet();
        CountDownLatch several = new CountDownLatch(engine == Engine.SQLITE ? 1 : 2);
        RowCode code = row -> {
            if (threads.add(Thread.currentThread().getName())) {
                several.countDown();
            }
            // One worker alone would be through before another one has connected.
            assertThat(several.await(30, TimeUnit.SECONDS)).isTrue();
            row.set("price", row.get("price", Long.class) + 10);
        };

        SharedRun.migrate(SharedRun.all(code), database::connect, MigrationListener.silent());

        assertComplete(database, engine.toString());
        assertThat(threads).hasSizeBetween(engine == Engine.SQLITE ? 1 : 2, engine == Engine.SQLITE ? 1 : 3);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
    void aRunThatWaitsHelpsTheOneThatItWaitsFor(Engine engine) throws Exception {
        TestDatabase database = withRows(engine);
        CountDownLatch waits = new CountDownLatch(1);
        CountDownLatch helps = new CountDownLatch(1);
        List<MigrationNode> first = SharedRun.all(row -> {
            // The other run finds ranges to work on only while this one works.
            assertThat(helps.await(60, TimeUnit.SECONDS)).isTrue();
            row.set("price", row.get("price", Long.class) + 10);
        });
        List<MigrationNode> second = SharedRun.all(row -> {
            helps.countDown();
            row.set("price", row.get("price", Long.class) + 10);
        });
        CompletableFuture<Void> one =
                run(() -> SharedRun.migrate(first, database::connect, MigrationListener.silent()));
        while (!isHeld(database)) {
            Thread.sleep(20);
        }
        CompletableFuture<Void> two = run(() -> SharedRun.migrate(second, database::connect, counting(waits)));

        one.get(2, TimeUnit.MINUTES);
        two.get(2, TimeUnit.MINUTES);
        assertThat(waits.getCount()).isZero();
        assertComplete(database, engine.toString());
    }

    private static MigrationListener counting(CountDownLatch waits) {
        return new MigrationListener() {
            @Override
            public void waiting(LeaseRow holder) {
                waits.countDown();
            }
        };
    }

    private interface Run {
        void run() throws SQLException;
    }

    /** Each in a thread of its own: the common pool has one on a machine of two cores. */
    private static CompletableFuture<Void> run(Run run) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        run.run();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                },
                task -> new Thread(task).start());
    }

    private static boolean isHeld(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return OwnTables.of(Dialects.of(connection), connection)
                    .lease()
                    .read(connection)
                    .filter(row -> !row.isFree())
                    .isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "SQLITE"})
    void aKilledRunLeadsToWhatAnUndisturbedOneLeadsTo(Engine engine) throws Exception {
        TestDatabase undisturbed = withRows(engine);
        int calls = SharedRun.migrate(undisturbed);
        assertComplete(undisturbed, engine.toString());
        Random random = new Random(SEED);
        int killed = 0;
        for (int i = 0; i < POINTS; i++) {
            TestDatabase database = withRows(engine);
            int point = 40 + random.nextInt(calls - 60);
            killed += exitCode(SharedRun.start(database, point)) == 137 ? 1 : 0;

            SharedRun.migrate(database);

            assertComplete(database, "%s, killed after call %d of %d".formatted(engine, point, calls));
        }
        assertThat(killed).isGreaterThan(POINTS / 2);
    }

    /** One of two processes is killed; whichever of them has the lease, the other one goes on. */
    @Test
    void twoProcessesShareTheRowsAndOneOfThemIsKilled() throws Exception {
        TestDatabase database = withRows(Engine.POSTGRESQL);
        Process doomed = SharedRun.start(database, 150);
        Process other = SharedRun.start(database, 0);
        assertThat(exitCode(doomed)).isIn(137, 0);
        assertThat(exitCode(other)).isZero();
        assertComplete(database, "two processes");
    }

    private static int exitCode(Process process) throws Exception {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isIn(0, 137);
        return process.exitValue();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
    void aFailureOfOneWorkerStopsAllAndTheNextRunGoesOn(Engine engine) throws SQLException {
        TestDatabase database = withRows(engine);
        List<MigrationNode> failing = SharedRun.all(row -> {
            if (row.getLong("shelf") == 17) {
                throw new IllegalArgumentException("seventeen");
            }
            row.set("price", row.get("price", Long.class) + 10);
        });
        assertThatThrownBy(() -> SharedRun.migrate(failing, database::connect, MigrationListener.silent()))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("seventeen")
                .hasMessageContaining("ranges complete");
        try (Connection connection = database.connect()) {
            OwnTables own = OwnTables.of(Dialects.of(connection), connection);
            Unfinished unfinished = Unfinished.read(own, connection);
            assertThat(own.ranges().all(connection)).isNotEmpty();
            assertThat(unfinished
                            .walk(own.ranges().all(connection).get(0).migration())
                            .words())
                    .contains("rows")
                    .contains("ranges complete");
        }

        SharedRun.migrate(SharedRun.all(), database::connect, MigrationListener.silent());

        assertComplete(database, engine.toString());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
    void nothingRemainsWhereNoBatchHasRun(Engine engine) throws SQLException {
        TestDatabase database = withRows(engine);
        List<MigrationNode> failing = SharedRun.filled(new Backfill("Item", null, row -> {
                    throw new IllegalArgumentException("each row");
                })
                .parallelism(3));
        assertThatThrownBy(() -> SharedRun.migrate(failing, database::connect, MigrationListener.silent()))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("each row");
        try (Connection connection = database.connect()) {
            OwnTables own = OwnTables.of(Dialects.of(connection), connection);
            assertThat(own.journal().unfinished(connection)).isEmpty();
            assertThat(own.ranges().all(connection)).isEmpty();
        }
    }

    /** The first range is locked, as by a batch that takes long: the run waits for it, with all others complete. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
    void aLockedRangeHoldsUpNoOther(Engine engine) throws Exception {
        TestDatabase database = withRows(engine);
        List<MigrationNode> failing = SharedRun.all(row -> {
            throw new IllegalArgumentException("each row");
        });
        assertThatThrownBy(() -> SharedRun.migrate(failing, database::connect, MigrationListener.silent()))
                .hasMessageContaining("each row");
        try (Connection connection = database.connect();
                Statement lock = connection.createStatement()) {
            RangeTable ranges =
                    OwnTables.of(Dialects.of(connection), connection).ranges();
            List<WalkRange> all = ranges.all(connection);
            connection.setAutoCommit(false);
            lock.executeUpdate(ranges.hold(all.get(0)).text());

            CompletableFuture<Void> run = run(() ->
                    SharedRun.migrate(SharedRun.all(), () -> impatient(database, engine), MigrationListener.silent()));
            try (Connection other = database.connect()) {
                while (ranges.all(other).stream().filter(WalkRange::isComplete).count() < all.size() - 1) {
                    assertThat(run).isNotDone();
                    Thread.sleep(50);
                }
            }
            assertThat(run).isNotDone();
            connection.rollback();

            run.get(2, TimeUnit.MINUTES);
        }
        assertComplete(database, engine.toString());
    }

    /** A session that waits half a second or a second for locked rows. */
    private static Connection impatient(TestDatabase database, Engine engine) throws SQLException {
        Connection connection = database.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    switch (engine) {
                        case POSTGRESQL -> "set lock_timeout = '500ms'";
                        case MARIADB, MYSQL -> "set innodb_lock_wait_timeout = 1";
                        case H2 -> "set lock_timeout 500";
                        case SQLITE -> throw new IllegalStateException("It has one worker.");
                    });
        }
        return connection;
    }

    /** Neither the ranges nor the rows of another backfill are its own; its migration has run when its turn comes. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aRunWithAnotherStatementThereDoesNotWorkAlong(Engine engine) throws Exception {
        TestDatabase database = withRows(engine);
        CountDownLatch waits = new CountDownLatch(1);
        CountDownLatch looked = new CountDownLatch(1);
        List<MigrationNode> first = SharedRun.filled(shared(row -> {
            assertThat(looked.await(60, TimeUnit.SECONDS)).isTrue();
            row.set("price", 11);
        }));
        List<MigrationNode> other = SharedRun.filled(new Backfill("Item", null, set("price", 99)).parallelism(3));
        CompletableFuture<Void> one =
                run(() -> SharedRun.migrate(first, database::connect, MigrationListener.silent()));
        while (!hasRanges(database)) {
            Thread.sleep(20);
        }
        CompletableFuture<Void> two = run(() -> SharedRun.migrate(other, database::connect, counting(waits)));
        assertThat(waits.await(60, TimeUnit.SECONDS)).isTrue();
        // Longer than it takes to look for something to do.
        Thread.sleep(1500);
        looked.countDown();

        one.get(2, TimeUnit.MINUTES);
        two.get(2, TimeUnit.MINUTES);
        assertComplete(database, engine.toString());
    }

    private static Backfill shared(RowCode code) {
        return new Backfill("Item", null, code).batchesOf(30).parallelism(3);
    }

    private static boolean hasRanges(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            RangeTable ranges =
                    OwnTables.of(Dialects.of(connection), connection).ranges();
            return ranges.wasFound() && !ranges.all(connection).isEmpty();
        }
    }

    @Test
    void oneWorkerIsEnoughWhereTheServerHasNoRoomForMore() throws SQLException {
        TestDatabase database = withRows(Engine.POSTGRESQL);
        AtomicBoolean isFull = new AtomicBoolean();

        SharedRun.migrate(
                SharedRun.all(),
                () -> {
                    if (isFull.getAndSet(true)) {
                        throw new IllegalStateException("no room");
                    }
                    return database.connect();
                },
                MigrationListener.silent());

        assertComplete(database, "one connection");
    }

    @Test
    void settingsOfTheSessionHoldForAllRows() throws SQLException {
        TestDatabase database = withRows(Engine.POSTGRESQL);
        List<MigrationNode> migrations = SharedRun.filled(
                new RunSql(List.of("set application_name = 'kuaka-fills'"), RunSql.NOOP),
                new Backfill(
                                "Item",
                                null,
                                set(
                                        "price",
                                        Expression.sql("case current_setting('application_name')"
                                                + " when 'kuaka-fills' then 11 else 0 end")))
                        .batchesOf(40)
                        .parallelism(3));

        SharedRun.migrate(migrations, database::connect, MigrationListener.silent());

        assertComplete(database, "settings");
    }

    @Test
    void aBackfillThatIsOnlyRecordedInTheEndLeavesNoRanges() throws SQLException {
        TestDatabase database = withRows(Engine.H2);
        List<MigrationNode> failing = SharedRun.all(row -> {
            throw new IllegalArgumentException("each row");
        });
        assertThatThrownBy(() -> SharedRun.migrate(failing, database::connect, MigrationListener.silent()))
                .isInstanceOf(MigrationFailedException.class);
        try (Connection connection = database.connect()) {
            OwnTables own = OwnTables.of(Dialects.of(connection), connection);
            assertThat(own.ranges().all(connection)).isNotEmpty();
            MigrationGraph graph =
                    MigrationGraph.of(failing, own.history().applied(connection).keySet());

            Executor.silent(own, connection).fake(graph, graph.plan(Target.everything()));

            assertThat(own.history().applied(connection)).hasSize(2);
            assertThat(own.ranges().all(connection)).isEmpty();
        }
    }
}
