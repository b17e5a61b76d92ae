package io.kuaka.dialect.postgresql;

import io.kuaka.schema.jdbc.CatalogQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** The process of the server that a connection leads to. */
final class PostgresBackend {
    private static final System.Logger LOGGER = System.getLogger(PostgresBackend.class.getName());

    private PostgresBackend() {}

    /** Returns whether a connection keeps its process: a pooler gives it another one for each transaction. */
    static boolean isDirect(Connection connection) throws SQLException {
        Set<String> present = new HashSet<>();
        CatalogQuery.of("select pg_backend_pid()").forEach(connection, row -> present.add(row.getString(1)));
        return present.contains(stated(connection));
    }

    /** They belong to one process, and the next statement may come to another one. */
    static void useNoPreparedStatements(Connection connection) {
        try {
            Class<?> driver = driver(connection);
            driver.getMethod("setPrepareThreshold", int.class).invoke(connection.unwrap(driver), 0);
        } catch (SQLException | ReflectiveOperationException e) {
            LOGGER.log(System.Logger.Level.DEBUG, "Statements may be prepared: {0}", e.getMessage());
        }
    }

    private static Class<?> driver(Connection connection) throws SQLException, ReflectiveOperationException {
        ClassLoader loader = connection.getMetaData().getClass().getClassLoader();
        return Class.forName("org.postgresql.PGConnection", true, loader);
    }

    /** Returns what the driver was told when it connected: the process itself, or what a pooler made up. */
    static String stated(Connection connection) {
        try {
            Class<?> driver = driver(connection);
            return String.valueOf(driver.getMethod("getBackendPID").invoke(connection.unwrap(driver)));
        } catch (SQLException | ReflectiveOperationException e) {
            return "unknown";
        }
    }
}
