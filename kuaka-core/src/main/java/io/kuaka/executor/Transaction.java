package io.kuaka.executor;

import io.kuaka.schema.Dialect;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.SqlFailedException;
import java.sql.Connection;
import java.sql.SQLException;

/** Runs work that changes rows as one transaction of a connection that commits by itself otherwise. */
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

    /** Of a lost connection nothing more can be had; why it was lost is on its way to the caller already. */
    private void rollBack(Throwable failure) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
