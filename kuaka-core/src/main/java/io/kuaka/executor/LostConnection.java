package io.kuaka.executor;

import java.sql.Connection;
import java.sql.SQLException;

/** Whether a connection is lost, which is the reason why everything else on it fails. */
final class LostConnection {
    private LostConnection() {}

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
}
