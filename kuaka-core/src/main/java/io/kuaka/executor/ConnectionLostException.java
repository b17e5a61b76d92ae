package io.kuaka.executor;

import io.kuaka.base.MigrationException;
import io.kuaka.graph.PlanStep;
import io.kuaka.migration.MigrationKey;
import io.kuaka.schema.statement.SqlFailedException;
import java.io.Serial;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Thrown when the connection of a run is lost, but not within one certain migration. */
public final class ConnectionLostException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<MigrationKey> completed;

    ConnectionLostException(String database, String reason, List<MigrationKey> completed, Throwable cause) {
        this(database, reason, completed, "No other migration had begun. Run migrate again for the rest.", cause);
    }

    private ConnectionLostException(
            String database, String reason, List<MigrationKey> completed, String others, Throwable cause) {
        super(
                "The " + database + " database reported: " + reason + " The connection is lost. "
                        + FailureText.completed(completed) + " " + others,
                cause);
        this.completed = List.copyOf(completed);
    }

    /** Returns the exception for migrations that were sent together. */
    static ConnectionLostException within(
            List<PlanStep> steps, String database, SqlFailedException failure, List<MigrationKey> completed) {
        String first = steps.get(0).key().toString();
        String last = steps.get(steps.size() - 1).key().toString();
        return new ConnectionLostException(
                database,
                failure.reason(),
                completed,
                "Those from " + first + " to " + last
                        + " were running, each in its own transaction: the history says which"
                        + " of them are applied. Run migrate again for the rest.",
                failure);
    }

    /** Returns whether a connection is lost, which is the reason why everything else on it fails. */
    static boolean isLost(Connection connection) {
        try {
            return !connection.isValid(1);
        } catch (SQLException e) {
            return true;
        }
    }

    /** Logs what failed afterwards: a warning, unless the connection is lost and an exception says so already. */
    static void log(System.Logger logger, Connection connection, String format, String reason) {
        logger.log(isLost(connection) ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING, format, reason);
    }

    /** Returns the migrations that the run had completed before, in order. */
    public List<MigrationKey> completed() {
        return completed;
    }
}
