package io.kuaka.benchmarks;

import io.kuaka.autodetect.Autodetector;
import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.executor.Executor;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.recorder.Recorder;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.kuaka.state.ProjectState;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints how long the main jobs take over the history of a thousand migrations, each once in a fresh process and then
 * again, so that the difference that a warm machine makes can be seen.
 *
 * <p>It measures the stages behind the commands: what reading entities and loading classes costs comes on top.
 */
public final class Figures {
    private static final int ROUNDS = 3;

    private final List<MigrationNode> history = History.standard();

    private Figures() {}

    /** Measures all jobs and prints a line for each round. */
    public static void main(String[] arguments) throws SQLException, IOException {
        Figures figures = new Figures();
        for (int round = 1; round <= ROUNDS; round++) {
            figures.measure("replay the state of 1,000 migrations", () -> replay(figures.history));
            figures.measure("makemigrations without a change", figures::detectNothing);
            figures.sqlite();
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            for (int round = 1; round <= ROUNDS; round++) {
                figures.postgresql(server, round);
            }
        }
    }

    private void sqlite() throws SQLException, IOException {
        Path folder = Files.createTempDirectory("kuaka-figures");
        Path file = folder.resolve("figures.db");
        migrate("SQLite", "jdbc:sqlite:" + file);
        Files.delete(file);
        Files.delete(folder);
    }

    private void postgresql(EmbeddedPostgres server, int round) throws SQLException {
        String name = "figures_" + round;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        migrate("PostgreSQL", server.getJdbcUrl("postgres", name));
    }

    private void migrate(String database, String url) throws SQLException {
        Dialect dialect = Dialects.forUrl(url);
        try (Connection connection = DriverManager.getConnection(url)) {
            measure("migrate from zero on " + database, () -> run(dialect, connection));
            measure("migrate with nothing to do on " + database, () -> run(dialect, connection));
        }
    }

    private void run(Dialect dialect, Connection connection) throws SQLException {
        MigrationGraph graph = MigrationGraph.of(
                history, new Recorder(dialect).applied(connection).keySet());
        new Executor(dialect, connection, MigrationListener.silent()).run(graph, graph.plan(Target.everything()));
    }

    private void detectNothing() {
        ProjectState to = replay(history);
        MigrationGraph graph = MigrationGraph.of(history);
        Map<String, MigrationKey> leaves = new TreeMap<>();
        graph.leaves().forEach(key -> leaves.put(key.app(), key));
        var found = Autodetector.detect(
                graph.states().atEnd(), to, leaves, AnswersQuestioner.withoutAnswers(), AutodetectOptions.defaults());
        if (!found.isEmpty()) {
            throw new IllegalStateException("Found changes where there are none: " + found.keySet());
        }
    }

    private static ProjectState replay(List<MigrationNode> migrations) {
        ProjectState state = ProjectState.empty();
        for (MigrationNode migration : migrations) {
            state = migration.apply(state);
        }
        return state;
    }

    private void measure(String what, Job job) throws SQLException {
        long start = System.nanoTime();
        job.run();
        System.out.printf("%-45s %8.1f ms%n", what, (System.nanoTime() - start) / 1e6);
    }

    /** Something that takes time. */
    @FunctionalInterface
    private interface Job {
        void run() throws SQLException;
    }
}
