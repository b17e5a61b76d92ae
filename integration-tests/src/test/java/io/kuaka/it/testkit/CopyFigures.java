package io.kuaka.it.testkit;

import static io.kuaka.it.support.MigrationDatabase.node;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;

import io.kuaka.executor.Executor;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.it.support.Engine;
import io.kuaka.junit.database.TestDatabase;
import io.kuaka.junit.database.TestServer;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddField;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import io.kuaka.recorder.Recorder;
import io.kuaka.schema.Dialects;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints what a hundred tests with a migrated database of their own cost on each kind of server, beside one run of the
 * migrations.
 *
 * <p>Argument: the number of migrations, 200 by default.
 */
public final class CopyFigures {
    private static final int MIGRATIONS = 200;
    private static final int TESTS = 100;

    private CopyFigures() {}

    public static void main(String[] arguments) throws SQLException {
        List<MigrationNode> history = history(arguments.length == 0 ? MIGRATIONS : Integer.parseInt(arguments[0]));
        for (Engine engine : Engine.values()) {
            io.kuaka.it.support.TestDatabase place = engine.fresh();
            TestServer server = TestServer.at(place.url(), place.user(), place.password());
            try (TestDatabase original = server.fresh()) {
                double run = seconds(() -> migrate(original, history));
                double copies = seconds(() -> {
                    for (int i = 0; i < TESTS; i++) {
                        server.copy(original).close();
                    }
                });
                System.out.printf(
                        "%-10s one run of %d migrations %6.2f s, a hundred copies %6.2f s%n",
                        engine, history.size(), run, copies);
            }
        }
    }

    /** Tables with ten columns, each of which came with a migration. */
    private static List<MigrationNode> history(int size) {
        List<MigrationNode> history = new ArrayList<>();
        for (int i = 1; i <= size; i++) {
            Operation operation = i % 10 == 1
                    ? new CreateModel(model("Book" + i / 10).fields(bigint("id").primaryKey()))
                    : new AddField("Book" + (i - 1) / 10, integer("field" + i).nullable());
            history.add(node(name(i), i == 1 ? List.of() : List.of(name(i - 1)), operation));
        }
        return history;
    }

    private static String name(int number) {
        return String.format("shop.%04d_step", number);
    }

    private static void migrate(TestDatabase database, List<MigrationNode> history) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            MigrationGraph graph = MigrationGraph.of(
                    history,
                    new Recorder(Dialects.of(connection)).applied(connection).keySet());
            new Executor(Dialects.of(connection), connection, MigrationListener.silent())
                    .run(graph, graph.plan(Target.everything()));
        }
    }

    /** Something that takes time. */
    @FunctionalInterface
    private interface Job {
        void run() throws SQLException;
    }

    private static double seconds(Job job) throws SQLException {
        long start = System.nanoTime();
        job.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
