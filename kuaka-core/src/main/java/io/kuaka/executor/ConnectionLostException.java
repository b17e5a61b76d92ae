package io.kuaka.executor;

import io.kuaka.base.MigrationException;
import io.kuaka.migration.MigrationKey;
import java.io.Serial;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Thrown when the connection of a run is lost between two migrations. */
public final class ConnectionLostException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<MigrationKey> completed;

    ConnectionLostException(String database, String reason, List<MigrationKey> completed, Throwable cause) {
        super(
                "The " + database + " database reported: " + reason + " The connection is lost. "
                        + FailureText.completed(completed)
                        + " No other migration had begun. Run migrate again for the rest.",
                cause);
        this.completed = List.copyOf(completed);
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
