package io.kuaka.executor;

import io.kuaka.schema.Dialect;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.SqlFailedException;
import java.sql.Connection;
import java.sql.SQLException;

/** Runs changes of rows as one transaction on a connection in auto-commit mode. */
record Transaction(Dialect dialect, Connection connection) {
    void run(Runnable work) {
        try {
            connection.setAutoCommit(false);
            try {
                work.run();
                connection.commit();
            } catch (SQLException | RuntimeException | Error e) {
                rollBack(e);
                throw e;
            }
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new SqlFailedException(PlannedStatement.ofNone(Sql.of("commit")), dialect.reason(e), e);
        }
    }

    /** A lost connection can't be rolled back; the exception that says why is already being thrown. */
    private void rollBack(Throwable failure) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
