package io.kuaka.dialect.postgresql;

import io.kuaka.schema.jdbc.CatalogQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** The process of the server that a connection leads to. */
final class PostgresBackend {
    private static final System.Logger LOGGER = System.getLogger(PostgresBackend.class.getName());

    private static final String UNKNOWN = "unknown";

    private static final String MAY_ASK =
            "select 1 where has_function_privilege(to_regprocedure('pg_control_system()'), 'execute')";
    private static final String IDENTITY = "select s.system_identifier || '/' || d.oid"
            + " from pg_control_system() s, pg_database d where d.datname = current_database()";

    private PostgresBackend() {}

    /** Returns whether a connection gets another process for each transaction, as far as its driver can be asked. */
    static boolean isPooled(Connection connection) throws SQLException {
        Set<Boolean> pooled = new HashSet<>();
        CatalogQuery.of("select pg_backend_pid()")
                .forEach(connection, row -> pooled.add(isPooled(connection, row.getString(1))));
        return pooled.contains(true);
    }

    /** Returns whether the process that answers isn't that of which the driver was told. */
    static boolean isPooled(Connection connection, String present) {
        String stated = stated(connection);
        return !stated.equals(UNKNOWN) && !stated.equals(present);
    }

    /**
     * Returns the system identifier of the server and the number of the database there; empty if the user may not ask. A
     * question that is refused would end a transaction, so that is found out first.
     */
    static String identity(Connection connection) throws SQLException {
        StringBuilder identity = new StringBuilder();
        if (CatalogQuery.of(MAY_ASK).hasRows(connection)) {
            CatalogQuery.of(IDENTITY).forEach(connection, row -> identity.append(row.getString(1)));
        }
        return identity.toString();
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
            return UNKNOWN;
        }
    }
}
