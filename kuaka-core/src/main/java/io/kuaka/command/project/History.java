package io.kuaka.command.project;

import io.kuaka.executor.Unfinished;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.migration.MigrationKey;
import io.kuaka.recorder.Recorder;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.SortedMap;

/**
 * The migrations of a database, compared with those of the project.
 *
 * @param applied when each migration was applied, in the database's own words
 * @param graph the project's migrations as this database sees them
 * @param unfinished the migrations that are running or were interrupted
 */
public record History(
        Dialect dialect, SortedMap<MigrationKey, String> applied, MigrationGraph graph, Unfinished unfinished) {
    /** Reads the history of a database. */
    public static History read(Project project, ConnectionSource source) {
        return with(source, connection -> read(project, connection));
    }

    /** Reads the history of the database of a connection. */
    public static History read(Project project, Connection connection) throws SQLException {
        Dialect dialect = Dialects.of(connection);
        SortedMap<MigrationKey, String> applied = new Recorder(dialect).applied(connection);
        Unfinished unfinished = Unfinished.read(dialect, connection);
        return new History(dialect, applied, project.graph(applied.keySet()), unfinished);
    }

    /** Returns the applied migrations that the project doesn't have. */
    public List<MigrationKey> unknown() {
        return applied.keySet().stream().filter(key -> !graph.hasNode(key)).toList();
    }

    /**
     * Returns unknown migrations of the project's apps that were applied after all that the project has of these apps.
     * Older unknown ones were usually replaced by a squash, and other apps may belong to another project.
     */
    public List<MigrationKey> unknownAhead() {
        return unknown().stream()
                .filter(key -> graph.apps().contains(key.app()))
                .filter(this::isAhead)
                .toList();
    }

    private boolean isAhead(MigrationKey unknown) {
        Timestamp time = time(unknown);
        return applied.keySet().stream()
                .filter(key -> key.app().equals(unknown.app()) && graph.hasNode(key))
                .allMatch(key -> time(key).before(time));
    }

    private Timestamp time(MigrationKey key) {
        return Timestamp.valueOf(applied.get(key));
    }

    /** Does work on a connection and closes it. */
    public static <T> T with(ConnectionSource source, Work<T> work) {
        try (Connection connection = source.open()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new DatabaseFailedException(e);
        }
    }

    /** Work on a connection. */
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
