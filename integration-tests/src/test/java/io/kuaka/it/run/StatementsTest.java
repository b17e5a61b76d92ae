package io.kuaka.it.run;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.command.SqlMigrate;
import io.kuaka.command.project.Project;
import io.kuaka.command.project.SourceLayout;
import io.kuaka.executor.Executor;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.Direction;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.PlanStep;
import io.kuaka.graph.Target;
import io.kuaka.it.evolution.EvolutionProject;
import io.kuaka.it.evolution.EvolutionVersion;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.RecordingConnection;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.loader.LoadedMigrations;
import io.kuaka.loader.MigrationApp;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddField;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunSql;
import io.kuaka.recorder.OwnNames;
import io.kuaka.recorder.OwnTables;
import io.kuaka.recorder.Recorder;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What reaches a database is what {@code sqlmigrate} printed without it, and nothing beside that but looks at its catalog. */
@Tag("slow")
class StatementsTest {
    /** A database whose connection writes down what it is told. */
    private record Watched(Dialect dialect, RecordingConnection recording, Connection connection)
            implements AutoCloseable {
        static Watched on(TestDatabase database) throws SQLException {
            Connection real = database.connect();
            RecordingConnection recording = new RecordingConnection(real);
            return new Watched(Dialects.forUrl(database.url()), recording, recording.asConnection());
        }

        /** Migrates, and returns the statements of each migration, without the one that changes the history. */
        Map<MigrationKey, List<String>> migrate(Collection<MigrationNode> nodes, List<Target> targets)
                throws SQLException {
            return migrate(nodes, targets, new Recorder(dialect));
        }

        private Map<MigrationKey, List<String>> migrate(
                Collection<MigrationNode> nodes, List<Target> targets, Recorder history) throws SQLException {
            MigrationGraph graph =
                    MigrationGraph.of(nodes, history.applied(connection).keySet());
            Map<MigrationKey, List<String>> ran = new LinkedHashMap<>();
            MigrationListener listener = new MigrationListener() {
                private final List<String> together = new ArrayList<>();

                /** Migrations that were sent together are only reported afterwards. */
                @Override
                public void started(PlanStep step) {
                    together.addAll(recording.takeStatements().stream()
                            .dropWhile(sql -> !Watched.isBegin(sql))
                            .toList());
                }

                @Override
                public void finished(PlanStep step, Duration duration, boolean faked) {
                    together.addAll(recording.takeStatements());
                    List<String> statements = takeFirst(together);
                    statements.removeIf(sql -> sql.contains(OwnNames.standard().journal()));
                    // A run that takes long says that it is alive.
                    statements.removeIf(sql ->
                            sql.startsWith("update " + OwnNames.standard().lease()));
                    statements.removeIf(Watched::isLook);
                    assertThat(statements).filteredOn(Watched::isHistory).hasSize(1);
                    statements.removeIf(Watched::isHistory);
                    ran.put(step.key(), statements);
                }
            };
            new Executor(dialect, connection, listener).run(graph, graph.plan(targets));
            return ran;
        }

        /** Takes the statements of the first migration. */
        private static List<String> takeFirst(List<String> together) {
            List<String> later = together.stream()
                    .dropWhile(sql -> !isBegin(sql))
                    .skip(1)
                    .dropWhile(sql -> !isBegin(sql))
                    .toList();
            List<String> first = new ArrayList<>(together.subList(0, together.size() - later.size()));
            together.clear();
            together.addAll(later);
            return first;
        }

        private static boolean isBegin(String sql) {
            return sql.startsWith("BEGIN");
        }

        /** What defines something anew looks first what the database has of it that no migration knows. */
        private static boolean isLook(String sql) {
            return sql.startsWith("select ") && (sql.contains("= ?") || sql.contains("(?)"));
        }

        private static boolean isHistory(String sql) {
            return sql.contains(OwnNames.standard().history());
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void runsForwardWhatSqlmigratePrints(Engine engine) throws SQLException, IOException {
        MigrationGraph history = history();
        try (Watched database = Watched.on(engine.fresh())) {
            Map<MigrationKey, List<String>> ran = database.migrate(history.allNodes(), List.of(Target.everything()));

            assertThat(ran.keySet()).isEqualTo(history.keys());
            ran.forEach((key, statements) -> assertThat(asPrinted(statements))
                    .as("%s", key)
                    .isEqualTo(printed(history, database.dialect(), key, Direction.FORWARD)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void runsBackwardsWhatSqlmigratePrints(Engine engine) throws SQLException, IOException {
        MigrationGraph history = history();
        try (Watched database = Watched.on(engine.fresh())) {
            database.migrate(history.allNodes(), List.of(Target.everything()));
            List<MigrationNode> applied = new ArrayList<>(inOrder(history));
            while (!applied.isEmpty()) {
                MigrationGraph graph = MigrationGraph.of(applied);
                MigrationKey last = applied.remove(applied.size() - 1).key();
                Map<MigrationKey, List<String>> ran =
                        database.migrate(graph.allNodes(), List.of(newest(applied, last.app())));

                assertThat(ran.keySet()).containsExactly(last);
                assertThat(asPrinted(ran.get(last)))
                        .as("%s", last)
                        .isEqualTo(printed(graph, database.dialect(), last, Direction.BACKWARD));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void asksTheDatabaseOnceForManyMigrationsOfTablesWithoutRows(Engine engine) throws SQLException {
        assertThat(roundTrips(engine, columns(400)) - roundTrips(engine, columns(100)))
                .isLessThanOrEqualTo(300 / 15);
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void asksTheDatabaseOnceForEachMigrationOfATableThatMayHaveRows(Engine engine) throws SQLException {
        RunSql insert = new RunSql("insert into book (id) values (1)");
        assertThat(roundTrips(engine, columns(40, insert)) - roundTrips(engine, columns(10, insert)))
                .isEqualTo(30);
    }

    @ParameterizedTest
    @EnumSource
    void asksTheDatabaseOneQuestionWhenThereIsNothingToDo(Engine engine) throws SQLException {
        List<MigrationNode> nodes = columns(3);
        try (Watched database = Watched.on(engine.fresh())) {
            database.migrate(nodes, List.of(Target.everything()));
            Recorder found =
                    OwnTables.of(database.dialect(), database.connection()).history();
            database.recording().takeRoundTrips();
            database.recording().takeStatements();

            database.migrate(nodes, List.of(Target.everything()), found);

            assertThat(database.recording().takeRoundTrips()).isEqualTo(1);
            assertThat(database.recording().takeStatements())
                    .containsExactly("select app, name, applied from kuaka_migrations");
        }
    }

    private static int roundTrips(Engine engine, List<MigrationNode> nodes) throws SQLException {
        try (Watched database = Watched.on(engine.fresh())) {
            database.migrate(nodes, List.of(Target.everything()));
            return database.recording().takeRoundTrips();
        }
    }

    /** A table, with more operations in its migration, and migrations that add a column each. */
    private static List<MigrationNode> columns(int count, Operation... more) {
        List<MigrationNode> nodes = new ArrayList<>();
        MigrationKey previous = new MigrationKey("shop", "0000_initial");
        nodes.add(MigrationNode.of(
                previous,
                List.of(),
                Stream.concat(
                                Stream.of(new CreateModel(model("Book")
                                        .table("book")
                                        .fields(bigint("id").primaryKey()))),
                                Stream.of(more))
                        .toList()));
        for (int i = 1; i <= count; i++) {
            MigrationKey key = new MigrationKey("shop", String.format("%04d_more", i));
            nodes.add(MigrationNode.of(
                    key,
                    List.of(previous),
                    List.of(new AddField("Book", integer("field" + i).nullable()))));
            previous = key;
        }
        return nodes;
    }

    private static MigrationGraph history() throws IOException {
        List<EvolutionVersion> versions = EvolutionProject.versions();
        return versions.get(versions.size() - 1).history();
    }

    private static List<MigrationNode> inOrder(MigrationGraph history) {
        return history.plan(Target.everything()).steps().stream()
                .map(step -> history.node(step.key()))
                .toList();
    }

    private static Target newest(List<MigrationNode> inOrder, String app) {
        return inOrder.stream()
                .map(MigrationNode::key)
                .filter(key -> key.app().equals(app))
                .reduce((earlier, later) -> later)
                .map(Target::at)
                .orElseGet(() -> Target.zero(app));
    }

    private static String asPrinted(List<String> statements) {
        return statements.stream().map(sql -> sql + ";\n").collect(Collectors.joining());
    }

    private static String printed(MigrationGraph history, Dialect dialect, MigrationKey key, Direction direction) {
        List<MigrationApp> apps = history.apps().stream()
                .map(app -> new MigrationApp(app, "org.tuivets." + app, Optional.empty()))
                .toList();
        Project project = new Project(
                StatementsTest.class.getClassLoader(),
                List.of(),
                SourceLayout.none(),
                new LoadedMigrations(apps, List.copyOf(history.allNodes())));
        return new SqlMigrate(project, dialect)
                .run(new SqlMigrate.Options(key.app(), key.name(), direction))
                .script()
                .text()
                .lines()
                .filter(line -> !line.startsWith("--"))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}
