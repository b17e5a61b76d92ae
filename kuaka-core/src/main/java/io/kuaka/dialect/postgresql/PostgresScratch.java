package io.kuaka.dialect.postgresql;

import io.kuaka.schema.Scratch;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;

/**
 * The session's temporary schema, within a transaction that is rolled back. Put first into the search path, it is where
 * tables are made, and types and sequences with them (the manual on {@code search_path}).
 */
final class PostgresScratch implements Scratch {
    private static final String TEMPORARY_FIRST = "select set_config('search_path',"
            + " concat_ws(', ', 'pg_temp', nullif(current_setting('search_path'), '')), true)";

    @Override
    public boolean isBesideRealTables() {
        return false;
    }

    @Override
    public <T> T with(Connection connection, Trial<T> trial) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        Savepoint start = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.execute(TEMPORARY_FIRST);
            return trial.in(connection);
        } finally {
            connection.rollback(start);
            if (autoCommit) {
                connection.setAutoCommit(true);
            }
        }
    }
}
