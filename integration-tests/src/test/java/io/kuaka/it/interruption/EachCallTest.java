package io.kuaka.it.interruption;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.field;
import static io.kuaka.it.support.MigrationDatabase.node;
import static io.kuaka.it.support.MigrationDatabase.nonAtomic;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.nativeEnum;
import static io.kuaka.state.Indexes.index;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.executor.Executor;
import io.kuaka.executor.Executor.Planned;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.it.interruption.CountedCalls.Killed;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.lease.LeaseTerms;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AddIndexConcurrently;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.AlterModelTable;
import io.kuaka.operation.Backfill;
import io.kuaka.operation.CreateCollation;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveField;
import io.kuaka.operation.RunSql;
import io.kuaka.recorder.Recorder;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run without a transaction ends after any call that it makes to its database: the next one completes it. */
@Tag("slow")
class EachCallTest {
    /** Signs of life would be calls, too, and come at any time: there are none within a test. */
    private static final LeaseTerms TERMS = new LeaseTerms(
            Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ofMillis(300), Duration.ofMillis(300), null);

    private static final int NEVER = Integer.MAX_VALUE;
    private static final MigrationNode INITIAL = node(
            "shop.0001_initial",
            List.of(),
            new CreateModel(model("Book").table("book").fields(bigint("id").primaryKey())),
            new RunSql("insert into book (id) values (1)"));

    private static MigrationNode next(Operation... operations) {
        return nonAtomic(node("shop.0002_next", List.of("shop.0001_initial"), operations));
    }

    /** The name of the primary key follows that of the table. */
    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void renamesATableWithItsPrimaryKey(Engine engine) throws SQLException {
        completesAfterEachCall(engine, "tome", next(new AlterModelTable("Book", "tome", null)));
    }

    /** The former name seemed to be there still, so that a statement that had run was run again. */
    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void changesTheCaseOfATablesName(Engine engine) throws SQLException {
        String name = engine == Engine.MARIADB ? "Book" : "\"Book\"";
        completesAfterEachCall(engine, name, next(new AlterModelTable("Book", "`Book`", null)));
    }

    /** One of them seemed to be the other one, in each step. */
    @Test
    void exchangesColumnsThatDifferInCaseOnly() throws SQLException {
        completesAfterEachCall(
                Engine.H2,
                "book where \"name\" is null and \"NAME\" is null",
                next(
                        new AddField("Book", bigint("one").column("name").nullable()),
                        new AddField("Book", bigint("two").column("`name`").nullable()),
                        new AlterField("Book", bigint("two").column("other").nullable()),
                        new AlterField("Book", bigint("one").column("`name`").nullable()),
                        new AlterField("Book", bigint("two").column("name").nullable())));
    }

    /** PostgreSQL has types, values and casts of their own for them. */
    @Test
    void createsChangesAndDropsEnumerationsAndCollations() throws SQLException {
        completesAfterEachCall(
                Engine.POSTGRESQL,
                "book",
                next(
                        new CreateCollation("german", "de-DE", "icu", true),
                        new AddField(
                                "Book",
                                nativeEnum("color", "color", "BLUE", "RED").nullable()),
                        new AlterField(
                                "Book",
                                nativeEnum("color", "color", "BLUE", "GREEN", "RED")
                                        .nullable()),
                        new AlterField(
                                "Book",
                                nativeEnum("color", "color", "RED", "BLUE").nullable()),
                        new RemoveField("Book", "color")));
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL", "MARIADB"})
    void changesEachRowOnceInBatches(Engine engine) throws SQLException {
        MigrationNode rows = node(
                "shop.0002_rows",
                List.of("shop.0001_initial"),
                new AddField("Book", bigint("price").defaultTo(0)),
                new RunSql("insert into book (id) values (2), (3), (4), (5), (6), (7)"));
        MigrationNode fill = nonAtomic(node(
                "shop.0003_fill",
                List.of("shop.0002_rows"),
                new Backfill("Book", null, set("price", field("price").plus(1))).batchesOf(3),
                new Backfill("Book", field("id").ne(4), row -> row.set("price", row.get("price", Long.class) + 10))
                        .batchesOf(4)));
        boolean isKilled = true;
        int call = 0;
        while (isKilled) {
            call++;
            TestDatabase database = engine.fresh();
            migrate(database, NEVER, INITIAL, rows);
            isKilled = isKilledAfter(database, call, INITIAL, rows, fill);
            migrate(database, NEVER, INITIAL, rows, fill);
            assertThat(count(database, "select sum(price) from book"))
                    .as("%s after call %d", engine, call)
                    .isEqualTo(67);
        }
        assertThat(call).as("calls").isGreaterThan(20);
    }

    private static int count(TestDatabase database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void completesAfterEachCall(Engine engine, String table, MigrationNode next) throws SQLException {
        boolean isKilled = true;
        int call = 0;
        while (isKilled) {
            call++;
            TestDatabase database = engine.fresh();
            migrate(database, NEVER, INITIAL);
            isKilled = isKilledAfter(database, call, INITIAL, next);
            migrate(database, NEVER, INITIAL, next);
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from " + table)) {
                row.next();
                assertThat(row.getInt(1)).as("rows after call %d", call).isEqualTo(1);
                assertThat(new Recorder(Dialects.of(connection)).applied(connection))
                        .hasSize(2);
            }
        }
        assertThat(call).as("calls").isGreaterThan(10);
    }

    private static boolean isKilledAfter(TestDatabase database, int call, MigrationNode... nodes) {
        try {
            migrate(database, call, nodes);
            return false;
        } catch (Killed | SQLException e) {
            return true;
        }
    }

    /** What a concurrent build leaves behind that failed or was killed isn't an index. */
    @Test
    void buildsAnIndexAgainThatIsInvalid() throws SQLException {
        TestDatabase database = Engine.POSTGRESQL.fresh();
        migrate(database, NEVER, INITIAL);
        MigrationNode build =
                next(new AddIndexConcurrently("Book", index("book_id_idx").on("-id")));
        database.execute(
                "create index concurrently book_id_idx on book (id desc)",
                "update pg_index set indisvalid = false where indexrelid = 'book_id_idx'::regclass");

        migrate(database, NEVER, INITIAL, build);

        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select indisvalid from pg_index where indexrelid = 'book_id_idx'::regclass")) {
            row.next();
            assertThat(row.getBoolean(1)).isTrue();
        }
    }

    private static void migrate(TestDatabase database, int lastCall, MigrationNode... nodes) throws SQLException {
        try (Connection real = database.connect()) {
            Connection connection = CountedCalls.endingAfter(lastCall, real);
            Dialect dialect = Dialects.of(connection);
            new Executor(dialect, connection, MigrationListener.silent(), TERMS).run(() -> {
                MigrationGraph graph = MigrationGraph.of(
                        List.of(nodes),
                        new Recorder(dialect).applied(connection).keySet());
                return new Planned(graph, graph.plan(Target.everything()));
            });
        }
    }
}
