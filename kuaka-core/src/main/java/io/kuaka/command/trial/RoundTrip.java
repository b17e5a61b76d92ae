package io.kuaka.command.trial;

import io.kuaka.base.MigrationException;
import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.Project;
import io.kuaka.data.Models;
import io.kuaka.executor.Executor;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Plan;
import io.kuaka.graph.Target;
import io.kuaka.migration.MigrationKey;
import io.kuaka.operation.IrreversibleOperationException;
import io.kuaka.recorder.Recorder;
import io.kuaka.schema.Dialect;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Applies each migration in a throw-away database, reverses it and applies it again, and compares tables and rows: going
 * back must lead to what was there before, and the second time to what came of the first.
 *
 * <p>The tables are empty but for what data migrations and {@link Rows} insert. What isn't compared: the order of
 * columns, the next numbers of sequences, and what other tools see, such as views.
 */
public final class RoundTrip {
    /**
     * The options.
     *
     * @param apps the apps whose migrations are tried; empty for all. What they depend on is applied, too
     * @param rows inserts rows on the way
     */
    public record Options(SortedSet<String> apps, Rows rows) {
        /** Returns options for all apps, without rows. */
        public static Options all() {
            return new Options(new TreeSet<>(), Rows.none());
        }
    }

    /** Inserts rows after each migration, for the next one to move forward and back. */
    @FunctionalInterface
    public interface Rows {
        /**
         * Inserts rows.
         *
         * @param migration the latest migration
         * @param models the models after it
         */
        void insert(MigrationKey migration, Models models);

        /** Returns what inserts nothing. */
        static Rows none() {
            return (migration, models) -> {};
        }
    }

    /**
     * A migration that doesn't make the round trip.
     *
     * @param problems what differs afterwards, or why it can't be reversed
     */
    public record Failure(MigrationKey migration, Kind kind, List<String> problems) {
        public Failure {
            problems = List.copyOf(problems);
        }
    }

    /** In what way a migration doesn't make the round trip. */
    public enum Kind {
        /** It has no way back. */
        IRREVERSIBLE("can't be reversed"),
        /** What was there before isn't there again after going back. */
        REVERSED_OTHERWISE("doesn't lead back to what was there before"),
        /** The second time makes something else than the first. */
        REPEATED_OTHERWISE("makes something else the second time");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Returns what to say of the migration. */
        public String words() {
            return words;
        }
    }

    /**
     * What was found.
     *
     * @param database the kind of database
     * @param migrations the migrations that were tried, in order: the last one is the one that failed, if one did on its
     *     way back or the second time
     */
    public record Result(String database, List<MigrationKey> migrations, List<Failure> failures) {
        public Result {
            migrations = List.copyOf(migrations);
            failures = List.copyOf(failures);
        }
    }

    private final Project project;
    private final ThrowAwayDatabase database;

    private RoundTrip(Project project, ThrowAwayDatabase database) {
        this.project = project;
        this.database = database;
    }

    /**
     * Makes the command for an in-memory database.
     *
     * @param preferred the name of the project's dialect, which is used if such a database can be in memory
     */
    public static RoundTrip inMemory(Project project, String preferred) {
        return new RoundTrip(project, ThrowAwayDatabase.inMemory(preferred));
    }

    /** Makes the command for a server's database, which must be empty and is emptied again. */
    public static RoundTrip at(Project project, ConnectionSource source) {
        return new RoundTrip(project, ThrowAwayDatabase.at(source));
    }

    /**
     * Makes the round trip.
     *
     * @throws io.kuaka.command.project.UnknownAppException if there is no such app
     * @throws NoThrowAwayDatabaseException if the database can't be used for trials
     * @throws io.kuaka.executor.MigrationFailedException when a migration can't be run there the first time
     */
    public Result run(Options options) {
        project.requireApps(options.apps());
        MigrationGraph graph = project.graph(Set.of());
        graph.requireNoConflicts();
        Plan plan = graph.plan(Target.everything());
        List<ProjectState> before = graph.states().before(plan);
        Set<String> schemas = schemas(before, graph);
        Set<MigrationKey> needed = needed(graph, options.apps());
        return database.with(schemas, (connection, dialect) -> {
            Drill drill = new Drill(connection, dialect, options, schemas);
            for (int i = 0; i < before.size(); i++) {
                MigrationKey key = plan.steps().get(i).key();
                if (needed.contains(key) && !drill.isOver) {
                    drill.step(graph, key, before.get(i));
                }
            }
            return new Result(dialect.name(), drill.tried, drill.failures);
        });
    }

    /** Returns the migrations of some apps, or of all, and what they depend on. */
    private static Set<MigrationKey> needed(MigrationGraph graph, Set<String> apps) {
        Set<MigrationKey> needed = new TreeSet<>();
        for (MigrationKey leaf : graph.leaves()) {
            if (apps.isEmpty() || apps.contains(leaf.app())) {
                needed.add(leaf);
                needed.addAll(graph.ancestors(leaf));
            }
        }
        return needed;
    }

    private static Set<String> schemas(List<ProjectState> states, MigrationGraph graph) {
        return Stream.concat(states.stream(), Stream.of(graph.states().atEnd()))
                .flatMap(state -> state.models().values().stream())
                .map(ModelState::schema)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** One pass over the migrations. Those of other apps are only applied. */
    private final class Drill {
        private final Connection connection;
        private final Dialect dialect;
        private final Options options;
        private final Set<String> schemas;
        private final List<MigrationKey> tried = new ArrayList<>();
        private final List<Failure> failures = new ArrayList<>();
        private boolean isOver;

        Drill(Connection connection, Dialect dialect, Options options, Set<String> schemas) {
            this.connection = connection;
            this.dialect = dialect;
            this.options = options;
            this.schemas = schemas;
        }

        void step(MigrationGraph graph, MigrationKey key, ProjectState before) throws SQLException {
            if (!options.apps().isEmpty() && !options.apps().contains(key.app())) {
                migrate(Target.at(key));
                return;
            }
            tried.add(key);
            if (isReversible(graph, key, before)) {
                thereAndBack(graph, key);
            } else {
                migrate(Target.at(key));
            }
            if (!isOver) {
                insertRows(key);
            }
        }

        private boolean isReversible(MigrationGraph graph, MigrationKey key, ProjectState before) {
            try {
                graph.node(key).inverses(before);
                return true;
            } catch (IrreversibleOperationException e) {
                failures.add(new Failure(key, Kind.IRREVERSIBLE, List.of(String.valueOf(e.getMessage()))));
                return false;
            }
        }

        private void thereAndBack(MigrationGraph graph, MigrationKey key) throws SQLException {
            Picture before = picture();
            migrate(Target.at(key));
            Picture after = picture();
            again(below(graph, key), key, Kind.REVERSED_OTHERWISE, before);
            again(Target.at(key), key, Kind.REPEATED_OTHERWISE, after);
        }

        /** That the way back or the second time fails is a finding; what comes after it can't be tried then. */
        private void again(Target target, MigrationKey key, Kind kind, Picture expected) throws SQLException {
            if (isOver) {
                return;
            }
            try {
                migrate(target);
                compare(key, kind, expected);
            } catch (MigrationException e) {
                failures.add(new Failure(key, kind, List.of(String.valueOf(e.getMessage()))));
                isOver = true;
            }
        }

        private Target below(MigrationGraph graph, MigrationKey key) {
            return graph.parents(key).stream()
                    .filter(parent -> parent.app().equals(key.app()))
                    .findFirst()
                    .map(Target::at)
                    .orElseGet(() -> Target.zero(key.app()));
        }

        private void migrate(Target target) throws SQLException {
            MigrationGraph graph = present();
            new Executor(dialect, connection, MigrationListener.silent()).run(graph, graph.plan(target));
        }

        private MigrationGraph present() throws SQLException {
            return project.graph(new Recorder(dialect).applied(connection).keySet());
        }

        private void compare(MigrationKey key, Kind kind, Picture expected) throws SQLException {
            List<String> problems = expected.differences(dialect, picture());
            if (!problems.isEmpty()) {
                failures.add(new Failure(key, kind, problems));
            }
        }

        private Picture picture() throws SQLException {
            return Picture.of(dialect, connection, schemas);
        }

        private void insertRows(MigrationKey key) throws SQLException {
            MigrationGraph present = present();
            try (Models models =
                    Models.on(connection, key.app(), present.states().of(present.applied()))) {
                options.rows().insert(key, models);
            }
        }
    }
}
