package io.kuaka.it.run;

import static io.kuaka.it.support.MigrationDatabase.node;
import static io.kuaka.it.support.MigrationDatabase.nonAtomic;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.index;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kuaka.executor.Executor;
import io.kuaka.executor.Executor.Planned;
import io.kuaka.executor.MigrationFailedException;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.PlanStep;
import io.kuaka.graph.Target;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.lease.LeaseTerms;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AddIndexConcurrently;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.RunSql;
import io.kuaka.recorder.Recorder;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.kuaka.schema.session.Blocker;
import io.kuaka.schema.session.TimeLimits;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A statement that waits for a lock holds up all others, so it doesn't wait for long. */
class TimeLimitsTest {
    private static final MigrationNode INITIAL = node(
            "shop.0001_initial",
            List.of(),
            new CreateModel(model("Book")
                    .table("book")
                    .fields(bigint("id").primaryKey(), varchar("title", 50).nullable())),
            new RunSql("insert into book (id, title) values (1, 'Emma')"));
    private static final MigrationNode PRICE = node(
            "shop.0002_price",
            List.of("shop.0001_initial"),
            new RunSql("insert into book (id, title) values (2, 'Persuasion')"),
            new AddField("Book", bigint("price").nullable()));

    private static void migrate(
            Connection connection,
            LeaseTerms terms,
            MigrationListener listener,
            TimeLimits limits,
            MigrationNode... nodes)
            throws SQLException {
        Dialect dialect = Dialects.of(connection);
        new Executor(dialect, connection, listener, terms).run(() -> {
            MigrationGraph graph = MigrationGraph.of(
                    List.of(nodes), new Recorder(dialect).applied(connection).keySet());
            return new Planned(graph, graph.plan(Target.everything()), 0, Map.of(), limits);
        });
    }

    private static TimeLimits attempts(int attempts) {
        return new TimeLimits(Duration.ofMillis(500), Duration.ZERO, attempts, false);
    }

    /** Reads the table in a transaction that it doesn't end: nobody else can change the table meanwhile. */
    private static Connection reader(TestDatabase database) throws SQLException {
        Connection connection = database.connect();
        connection.setAutoCommit(false);
        text(connection, "select title from book where id = 1");
        return connection;
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void aStatementThatGetsNoLockFailsSoonAndNamesTheSessionThatHoldsIt(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();
        LeaseTerms terms = LeaseTerms.standard().beatingOn(database::connect);
        try (Connection connection = database.connect()) {
            migrate(connection, terms, MigrationListener.silent(), attempts(1), INITIAL);
            try (Connection reader = reader(database)) {
                assertThatExceptionOfType(MigrationFailedException.class)
                        .isThrownBy(() ->
                                migrate(connection, terms, MigrationListener.silent(), attempts(1), INITIAL, PRICE))
                        .withMessageContaining("SQL failed in shop.0002_price on ")
                        .withMessageContaining("session ")
                        .withMessageContaining(" of user \"" + database.user() + "\"")
                        .withMessageContaining("in a transaction since 20")
                        .withMessageContaining("--lock-timeout");
                reader.rollback();
            }
            migrate(connection, terms, MigrationListener.silent(), attempts(1), INITIAL, PRICE);

            assertThat(text(connection, "select count(*) from book where price is null"))
                    .isEqualTo("2");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void aStatementIsTriedAgainUntilTheLockIsFree(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();
        LeaseTerms terms = LeaseTerms.standard().beatingOn(database::connect);
        try (Connection connection = database.connect()) {
            migrate(connection, terms, MigrationListener.silent(), attempts(1), INITIAL);
            Connection reader = reader(database);
            MigrationListener ending = new MigrationListener() {
                @Override
                public void blocked(PlanStep step, List<Blocker> blockers, Duration pause) {
                    if (blockers.isEmpty()) {
                        return; // A busy machine may look too late.
                    }
                    try {
                        reader.close();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }
            };
            migrate(connection, terms, ending, attempts(9), INITIAL, PRICE);

            assertThat(reader.isClosed()).isTrue();
            assertThat(text(connection, "select count(*) from book")).isEqualTo("2");
            assertThat(new Recorder(Dialects.of(connection)).applied(connection))
                    .hasSize(2);
        }
    }

    /** Those before it are applied by then; it gets its lock, and the message, as if it had been sent alone. */
    @Test
    void oneOfSeveralMigrationsThatAreSentTogetherIsTriedAgainAlone() throws SQLException {
        TestDatabase database = Engine.POSTGRESQL.fresh();
        LeaseTerms terms = LeaseTerms.standard().beatingOn(database::connect);
        List<String> told = new ArrayList<>();
        MigrationNode[] nodes = {
            newTable("shop.0001_book", List.of(), "Book"),
            newTable("shop.0002_tag", List.of("shop.0001_book"), "Tag"),
            newTable("shop.0003_page", List.of("shop.0002_tag"), "Page"),
        };
        try (Connection connection = database.connect();
                Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("create table tag (id integer)");
            MigrationListener listener = new MigrationListener() {
                @Override
                public void started(PlanStep step) {
                    told.add("started " + step.key());
                }

                @Override
                public void blocked(PlanStep step, List<Blocker> blockers, Duration pause) {
                    told.add("blocked " + step.key() + " by " + blockers.size());
                    try {
                        other.rollback();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }
            };
            migrate(connection, terms, listener, attempts(3), nodes);

            assertThat(told)
                    .containsExactly(
                            "started shop.0001_book",
                            "started shop.0002_tag",
                            "blocked shop.0002_tag by 1",
                            "started shop.0003_page");
            assertThat(new Recorder(Dialects.of(connection)).applied(connection))
                    .hasSize(3);
            assertThat(text(connection, "select count(id) from tag")).isEqualTo("0");
        }
    }

    private static MigrationNode newTable(String key, List<String> before, String name) {
        return node(
                key,
                before,
                new CreateModel(model(name)
                        .table(name.toLowerCase(Locale.ROOT))
                        .fields(bigint("id").primaryKey())));
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aStatementThatTakesTooLongIsCancelled(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();
        String slow = engine == Engine.POSTGRESQL ? "select pg_sleep(30)" : "select sleep(30) from book";
        MigrationNode waiting = node("shop.0002_slow", List.of("shop.0001_initial"), new RunSql(slow));
        TimeLimits limits = TimeLimits.of(Duration.ZERO, Duration.ofMillis(300));
        try (Connection connection = database.connect()) {
            migrate(connection, LeaseTerms.standard(), MigrationListener.silent(), limits, INITIAL);

            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() -> migrate(
                            connection, LeaseTerms.standard(), MigrationListener.silent(), limits, INITIAL, waiting))
                    .withMessageContaining(engine == Engine.POSTGRESQL ? "statement timeout" : "max_statement_time");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void theSettingsOfTheConnectionAreRestored(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();
        boolean isPostgresql = engine == Engine.POSTGRESQL;
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(isPostgresql ? "set lock_timeout = '77s'" : "set session lock_wait_timeout = 77");
            migrate(
                    connection,
                    LeaseTerms.standard(),
                    MigrationListener.silent(),
                    TimeLimits.of(Duration.ofSeconds(3), Duration.ofSeconds(60)),
                    INITIAL,
                    nonAtomic(PRICE));

            assertThat(text(connection, isPostgresql ? "show lock_timeout" : "select @@lock_wait_timeout"))
                    .startsWith("77");
            assertThat(text(
                            connection,
                            switch (engine) {
                                case POSTGRESQL -> "show statement_timeout";
                                case MARIADB -> "select @@max_statement_time";
                                case MYSQL -> "select @@max_execution_time";
                                case SQLITE, H2 -> throw new AssertionError(engine);
                            }))
                    .startsWith("0");
        }
    }

    /** Such a build waits for all older transactions, and nobody waits behind it. */
    @Test
    void aConcurrentIndexBuildWaitsLongerThanTheLimitForLocks() throws Exception {
        TestDatabase database = Engine.POSTGRESQL.fresh();
        MigrationNode build = nonAtomic(node(
                "shop.0002_index",
                List.of("shop.0001_initial"),
                new AddField("Book", bigint("price").nullable()),
                new AddIndexConcurrently("Book", index("book_price_idx").on("price"))));
        try (Connection connection = database.connect();
                Connection writer = database.connect()) {
            migrate(connection, LeaseTerms.standard(), MigrationListener.silent(), attempts(1), INITIAL);
            writer.setAutoCommit(false);
            Thread ending = new Thread(() -> commitLater(writer));
            MigrationListener listener = new MigrationListener() {
                @Override
                public void started(PlanStep step) {
                    try {
                        text(writer, "select cast(pg_current_xact_id() as text)");
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                    ending.start();
                }
            };
            migrate(connection, LeaseTerms.standard(), listener, attempts(1), INITIAL, build);
            ending.join();

            assertThat(text(connection, "select count(*) from pg_index where not indisvalid"))
                    .isEqualTo("0");
        }
    }

    private static void commitLater(Connection writer) {
        try {
            Thread.sleep(1500);
            writer.commit();
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
