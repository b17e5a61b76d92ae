package io.kuaka.command;

import io.kuaka.command.history.Mismatch;
import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.History;
import io.kuaka.command.project.Project;
import io.kuaka.executor.Executor;
import io.kuaka.migration.MigrationKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Records that applied migrations were edited or renamed on purpose.
 *
 * <p>It changes the history alone: whoever accepts an edit says that the database needs nothing of it.
 */
public final class AcceptChanges {
    /**
     * The migrations.
     *
     * @param names as in {@code catalog.0003_price}; the beginning of the part after the dot is enough
     */
    public record Options(List<String> names) {
        public Options {
            names = List.copyOf(names);
        }
    }

    /** The changes that were accepted. */
    public record Result(List<Mismatch> accepted) {
        public Result {
            accepted = List.copyOf(accepted);
        }
    }

    private final Project project;
    private final ConnectionSource source;

    /** Makes the command for an application and a database. */
    public AcceptChanges(Project project, ConnectionSource source) {
        this.project = project;
        this.source = source;
    }

    /**
     * Records the changes.
     *
     * @throws io.kuaka.graph.UnknownMigrationException if there is no such migration
     * @throws NothingToAcceptException if one of the migrations is as the database has it
     */
    public Result run(Options options) {
        return History.with(source, connection -> run(options, connection));
    }

    private Result run(Options options, Connection connection) throws SQLException {
        History history = History.read(project, source, connection);
        List<Mismatch> mismatches = history.mismatches(connection);
        List<Mismatch> accepted = new ArrayList<>();
        SortedMap<MigrationKey, MigrationKey> corrected = new TreeMap<>();
        for (String name : options.names()) {
            MigrationKey key = key(name, history);
            Mismatch mismatch = mismatches.stream()
                    .filter(each -> !each.isAbsence() && each.migration().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new NothingToAcceptException(key, history.appliedAt(key)));
            accepted.add(mismatch);
            corrected.put(mismatch.recorded(), key);
        }
        Executor.silent(history.place(), connection).correct(history.graph(), corrected);
        return new Result(accepted);
    }

    private MigrationKey key(String name, History history) {
        MigrationKey beginning = MigrationKey.parse(name);
        project.requireApps(Set.of(beginning.app()));
        return history.graph().find(beginning.app(), beginning.name());
    }
}
