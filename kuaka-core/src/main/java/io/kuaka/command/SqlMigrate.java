package io.kuaka.command;

import io.kuaka.command.project.Project;
import io.kuaka.command.project.UnknownAppException;
import io.kuaka.executor.MigrationScript;
import io.kuaka.graph.Direction;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.migration.MigrationKey;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.session.TimeLimits;
import io.kuaka.state.ProjectState;
import java.util.List;
import java.util.Set;

/** Makes the SQL that a migration runs on databases of one kind. Needs no database. */
public final class SqlMigrate {
    /**
     * The options.
     *
     * @param name the migration's name, or the start of it
     * @param limits how long statements may wait and run
     */
    public record Options(String app, String name, Direction direction, TimeLimits limits) {
        /** Makes options with the default limits. */
        public Options(String app, String name, Direction direction) {
            this(app, name, direction, TimeLimits.standard());
        }
    }

    /** The migration that was found, and what it does to a database. */
    public record Result(MigrationKey migration, MigrationScript script) {}

    private final Project project;
    private final Dialect dialect;

    /** Makes the command for an application and a kind of database. */
    public SqlMigrate(Project project, Dialect dialect) {
        this.project = project;
        this.dialect = dialect;
    }

    /**
     * Returns what the migration does to a database that applies all migrations in order.
     *
     * <p>Forward, those before this one are applied; backward, all are applied, and those that depend on this one are
     * unapplied first, as {@code migrate} does.
     *
     * @throws UnknownAppException when there is no such app
     * @throws io.kuaka.graph.UnknownMigrationException when there is no such migration
     * @throws io.kuaka.operation.IrreversibleOperationException when an operation is irreversible
     */
    public Result run(Options options) {
        project.requireApps(List.of(options.app()));
        MigrationGraph graph = project.graph(Set.of());
        MigrationKey key = graph.find(options.app(), options.name());
        MigrationGraph asWritten = graph.contains(key) ? graph : graph.withoutReplacements();
        ProjectState before = before(asWritten, key, options.direction());
        return new Result(
                key, MigrationScript.of(dialect, asWritten.node(key), options.direction(), before, options.limits()));
    }

    /** Other apps count, too: a column changes its type together with all that refer to it. */
    private static ProjectState before(MigrationGraph graph, MigrationKey key, Direction direction) {
        return switch (direction) {
            case FORWARD -> graph.states().onTheWayTo(key);
            case BACKWARD -> graph.states().without(key);
        };
    }
}
