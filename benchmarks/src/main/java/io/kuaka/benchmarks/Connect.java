package io.kuaka.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A process that connects to a database and does nothing else: what is left of a run when Kuaka takes no time.
 *
 * <p>Arguments: the database's URL and its user.
 */
public final class Connect {
    private Connect() {}

    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection(arguments[0], arguments[1], "")) {
            connection.isValid(1);
        }
        Measured.printPeak();
    }
}
