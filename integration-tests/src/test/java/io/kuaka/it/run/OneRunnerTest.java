package io.kuaka.it.run;

import static io.kuaka.it.support.MigrationDatabase.node;
import static io.kuaka.it.support.MigrationDatabase.nonAtomic;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Indexes.index;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kuaka.executor.Executor;
import io.kuaka.executor.Executor.Planned;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.lease.Lease;
import io.kuaka.lease.LeaseHeldException;
import io.kuaka.lease.LeaseListener;
import io.kuaka.lease.LeaseLostException;
import io.kuaka.lease.LeaseOffice;
import io.kuaka.lease.LeaseTerms;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddIndexConcurrently;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.RunJava;
import io.kuaka.operation.RunSql;
import io.kuaka.recorder.LeaseRow;
import io.kuaka.recorder.OwnTables;
import io.kuaka.recorder.Recorder;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several runs on one database: one changes it, the others wait, and nobody's work is done twice. */
class OneRunnerTest {
    private static final LeaseTerms TERMS = new LeaseTerms(
            Duration.ofSeconds(60), Duration.ofMillis(100), Duration.ofMillis(1500), Duration.ofMillis(1500), null);
    private static final MigrationNode INITIAL = node(
            "shop.0001_initial",
            List.of(),
            new CreateModel(model("Book")
                    .table("book")
                    .fields(bigint("id").primaryKey(), bigint("price").nullable())),
            new RunSql("insert into book (id, price) values (1, 100)"));
    private static final MigrationNode RAISE =
            node("shop.0002_raise", List.of("shop.0001_initial"), new RunSql("update book set price = price + 1"));

    /** One runner with a connection of its own. */
    private record Runner(TestDatabase database, LeaseTerms terms, List<String> told) {
        static Runner on(TestDatabase database) {
            return new Runner(database, TERMS.beatingOn(database::connect), new ArrayList<>());
        }

        void migrate(List<MigrationNode> nodes) throws SQLException {
            migrate(nodes, Target.everything());
        }

        void migrate(List<MigrationNode> nodes, Target target) throws SQLException {
            try (Connection connection = database.connect()) {
                Dialect dialect = Dialects.of(connection);
                new Executor(dialect, connection, listener(), terms).run(() -> {
                    MigrationGraph graph = MigrationGraph.of(
                            nodes, new Recorder(dialect).applied(connection).keySet());
                    return new Planned(graph, graph.plan(target));
                });
            }
        }

        private MigrationListener listener() {
            return new MigrationListener() {
                @Override
                public void waiting(LeaseRow holder) {
                    told.add("waiting for " + holder.runBy());
                }

                @Override
                public void takenOver(LeaseRow holder) {
                    told.add("taken over");
                }
            };
        }

        long price() throws SQLException {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select price from book")) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** A lease, taken on a connection of its own. */
    private record Holder(Connection connection, Lease lease) implements AutoCloseable {
        static Holder on(TestDatabase database) throws SQLException {
            Connection connection = database.connect();
            OwnTables place = OwnTables.of(Dialects.of(connection), connection);
            Lease lease = new LeaseOffice(place, connection, TERMS, new LeaseListener() {}).take();
            return new Holder(connection, lease);
        }

        @Override
        public void close() throws SQLException {
            lease.close();
            connection.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSecondRunWaitsAndThenFindsNothingToDo(Engine engine) throws Exception {
        TestDatabase database = engine.fresh();
        CountDownLatch isRunning = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        MigrationNode slow = node("shop.0003_slow", List.of("shop.0002_raise"), new RunJava(models -> {
            isRunning.countDown();
            await(mayEnd);
        }));
        List<MigrationNode> nodes = List.of(INITIAL, RAISE, slow);
        Runner first = Runner.on(database);
        Runner second = Runner.on(database);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> firstRun = threads.submit(() -> run(first, nodes));
            isRunning.await();
            Future<?> secondRun = threads.submit(() -> run(second, nodes));
            while (second.told().isEmpty()) {
                Thread.sleep(10);
            }
            mayEnd.countDown();
            firstRun.get();
            secondRun.get();
        } finally {
            mayEnd.countDown();
            threads.shutdownNow();
        }

        assertThat(first.price()).isEqualTo(101);
        assertThat(second.told())
                .hasSize(1)
                .first()
                .asString()
                .contains("process " + ProcessHandle.current().pid());
    }

    @ParameterizedTest
    @EnumSource
    void aRunThatMayNotWaitSaysWhoIsAtWork(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();
        Runner impatient = new Runner(database, TERMS.waiting(Duration.ZERO), new ArrayList<>());
        try (Holder holder = Holder.on(database)) {
            assertThatExceptionOfType(LeaseHeldException.class)
                    .isThrownBy(() -> impatient.migrate(List.of(INITIAL)))
                    .withMessageStartingWith("Another run is migrating this database: ")
                    .withMessageContaining("process " + ProcessHandle.current().pid() + ", since ")
                    .withMessageContaining("Nothing was changed.");
        }
        impatient.migrate(List.of(INITIAL));

        assertThat(impatient.price()).isEqualTo(100);
    }

    @ParameterizedTest
    @EnumSource
    void aRunWhoseBeatStandsStillLosesItsLease(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();
        Runner second = Runner.on(database);
        try (Holder silent = Holder.on(database)) {
            second.migrate(List.of(INITIAL, RAISE));

            assertThat(second.told()).hasSize(2).last().isEqualTo("taken over");
            assertThat(silent.lease().isLost()).isTrue();
            assertThatExceptionOfType(LeaseLostException.class)
                    .isThrownBy(() -> {
                        Thread.sleep(150);
                        silent.lease().requireHeld();
                    })
                    .withMessageContaining("run migrate again");
        }
        // Giving back what it no longer has takes nothing from anybody.
        second.migrate(List.of(INITIAL, RAISE));
        assertThat(second.price()).isEqualTo(101);
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void aRunWhoseSessionIsGoneLosesItsLeaseAtOnce(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();
        LeaseTerms patient = LeaseTerms.standard().waiting(Duration.ofSeconds(20));
        Runner second = new Runner(database, patient, new ArrayList<>());
        Holder.on(database).connection().close();

        second.migrate(List.of(INITIAL));

        assertThat(second.told()).last().isEqualTo("taken over");
    }

    /** The lease is lost while a migration runs: neither its rows nor its history may stay. */
    @ParameterizedTest
    @EnumSource
    void aRunThatLostItsLeaseWritesNoHistory(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();
        Runner runner = Runner.on(database);
        runner.migrate(List.of(INITIAL));
        MigrationNode robbed = node(
                "shop.0002_robbed",
                List.of("shop.0001_initial"),
                new RunSql("update kuaka_lock set owner = 'another', fence = fence + 1"),
                new RunSql("update book set price = price + 1"));

        assertThatExceptionOfType(LeaseLostException.class)
                .isThrownBy(() -> runner.migrate(List.of(INITIAL, nonAtomic(robbed))))
                .withMessageContaining("no longer holds the lease of the database, so it stopped in shop.0002_robbed");

        try (Connection connection = database.connect()) {
            assertThat(new Recorder(Dialects.of(connection)).applied(connection))
                    .hasSize(1);
        }
    }

    /** The row that says that a migration is applied may be another run's by then. */
    @ParameterizedTest
    @EnumSource
    void aRunThatLostItsLeaseRemovesNoHistory(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();
        Runner runner = Runner.on(database);
        MigrationNode robbed = nonAtomic(node(
                "shop.0002_robbed",
                List.of("shop.0001_initial"),
                new RunSql("select 1", "update kuaka_lock set owner = 'another', fence = fence + 1")));
        runner.migrate(List.of(INITIAL, robbed));

        assertThatExceptionOfType(LeaseLostException.class)
                .isThrownBy(() -> runner.migrate(List.of(INITIAL, robbed), Target.at(INITIAL.key())));

        try (Connection connection = database.connect()) {
            assertThat(new Recorder(Dialects.of(connection)).applied(connection))
                    .hasSize(2);
        }
    }

    /** The build waits for all older transactions, so that a runner which waits in one would wait for ever. */
    @Test
    void aRunnerThatWaitsDoesNotBlockAConcurrentIndexBuild() throws Exception {
        TestDatabase database = Engine.POSTGRESQL.fresh();
        CountDownLatch isRunning = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        MigrationNode build = nonAtomic(node(
                "shop.0002_index",
                List.of("shop.0001_initial"),
                new RunJava(models -> {
                    isRunning.countDown();
                    await(mayEnd);
                }),
                new AddIndexConcurrently("Book", index("book_price_idx").on("price"))));
        List<MigrationNode> nodes = List.of(INITIAL, build);
        Runner second = Runner.on(database);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> firstRun = threads.submit(() -> run(Runner.on(database), nodes));
            isRunning.await();
            Future<?> secondRun = threads.submit(() -> run(second, nodes));
            while (second.told().isEmpty()) {
                Thread.sleep(10);
            }
            mayEnd.countDown();
            firstRun.get();
            secondRun.get();
        } finally {
            mayEnd.countDown();
            threads.shutdownNow();
        }
        assertThat(second.price()).isEqualTo(100);
    }

    private static Void run(Runner runner, List<MigrationNode> nodes) throws ExecutionException {
        try {
            runner.migrate(nodes);
            return null;
        } catch (SQLException e) {
            throw new ExecutionException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
