package io.kuaka.it.interruption;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.field;
import static io.kuaka.it.support.MigrationDatabase.node;
import static io.kuaka.it.support.MigrationDatabase.nonAtomic;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;

import io.kuaka.data.RowCode;
import io.kuaka.executor.Executor;
import io.kuaka.executor.Executor.Planned;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.it.support.JavaProcess;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.lease.LeaseTerms;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.Backfill;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunJava;
import io.kuaka.recorder.Recorder;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/**
 * A run with backfills that several workers share. Each adds to the value of a row, so a row that was visited twice or
 * never shows.
 *
 * <p>As a process, its arguments are: address, user, password, and the number of the call to the database, on any of its
 * connections, after which it is killed; 0 for none.
 */
public final class SharedRun {
    static final int ROWS = 900;
    private static final int WORKERS = 3;

    private SharedRun() {}

    /** What opens the connections of a run. */
    interface Connections {
        Connection open() throws SQLException;
    }

    static List<MigrationNode> before() {
        return List.of(node(
                "shop.0001_initial",
                List.of(),
                new CreateModel(model("Item")
                        .table("item")
                        .fields(bigint("shelf").primaryKey(), bigint("place").primaryKey(), bigint("price"))),
                new RunJava(models -> models.get("Item")
                        .bulkCreate(LongStream.rangeClosed(1, ROWS)
                                .mapToObj(i -> Map.of("shelf", i % 30, "place", i * i % 7919, "price", 0L))
                                .toList()))));
    }

    /** The backfills: one by an expression, the other one by code. */
    static List<MigrationNode> all(RowCode code) {
        return filled(
                new Backfill("Item", null, set("price", field("price").plus(1)))
                        .batchesOf(40)
                        .parallelism(WORKERS),
                new Backfill("Item", null, code).batchesOf(30).parallelism(WORKERS));
    }

    /** The rows, and a migration after them. */
    static List<MigrationNode> filled(Operation... operations) {
        MigrationNode fill = nonAtomic(node("shop.0002_fill", List.of("shop.0001_initial"), operations));
        return List.of(before().get(0), fill);
    }

    static List<MigrationNode> all() {
        return all(row -> row.set("price", row.get("price", Long.class) + 10));
    }

    static void migrate(List<MigrationNode> nodes, Connections connections, MigrationListener listener)
            throws SQLException {
        LeaseTerms terms = LeaseTerms.standard().waiting(Duration.ofMinutes(2)).beatingOn(connections::open);
        try (Connection connection = connections.open()) {
            Dialect dialect = Dialects.of(connection);
            new Executor(dialect, connection, listener, terms).run(() -> {
                MigrationGraph graph = MigrationGraph.of(
                        nodes, new Recorder(dialect).applied(connection).keySet());
                return new Planned(graph, graph.plan(Target.everything()));
            });
        }
    }

    /** Runs to its end, and returns how many calls its connections made. */
    static int migrate(TestDatabase database) throws SQLException {
        AtomicInteger calls = new AtomicInteger();
        migrate(all(), counted(database::connect, calls, 0), MigrationListener.silent());
        return calls.get();
    }

    private static Connections counted(Connections connections, AtomicInteger calls, int last) {
        return () -> new CountedCalls(connections.open(), (number, call) -> {
                    Object result = call.run();
                    if (calls.incrementAndGet() == last) {
                        kill();
                    }
                    return result;
                })
                .connection();
    }

    /** The other workers go on until the signal is there. */
    private static void kill() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid())).start();
        Thread.sleep(60_000);
    }

    static Process start(TestDatabase database, int lastCall) throws IOException {
        return JavaProcess.start(
                SharedRun.class, database.url(), database.user(), database.password(), Integer.toString(lastCall));
    }

    public static void main(String[] arguments) throws SQLException {
        Connections connections = () -> DriverManager.getConnection(arguments[0], arguments[1], arguments[2]);
        migrate(
                all(),
                counted(connections, new AtomicInteger(), Integer.parseInt(arguments[3])),
                MigrationListener.silent());
    }
}
