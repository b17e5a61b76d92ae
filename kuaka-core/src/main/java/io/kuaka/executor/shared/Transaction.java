package io.kuaka.executor.shared;

import io.kuaka.schema.Dialect;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.SqlFailedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Runs changes of rows as one transaction on a connection in auto-commit mode. */
public record Transaction(Dialect dialect, Connection connection) {
    private static final int ATTEMPTS = 10;
    private static final int LONGEST_PAUSE_MILLIS = 200;

    /**
     * Does work again that the database has rolled back because of another session: a deadlock, or on a Galera cluster a
     * write that another node was faster with. The work is one transaction, and does nothing outside the database.
     */
    public void despiteConflicts(Runnable work) {
        for (int attempt = 1; !isDone(work, attempt); attempt++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(
                    ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS / 4, LONGEST_PAUSE_MILLIS)));
        }
    }

    private boolean isDone(Runnable work, int attempt) {
        try {
            work.run();
            return true;
        } catch (SqlFailedException e) {
            if (!isConflict(e) || attempt == ATTEMPTS) {
                throw e;
            }
            return false;
        }
    }

    private boolean isConflict(SqlFailedException failure) {
        return isCausedBy(failure, dialect::isConflict);
    }

    /** Returns whether something may succeed later: it has met another session. */
    boolean isPassing(SqlFailedException failure) {
        return isCausedBy(failure, dialect::isPassing);
    }

    /**
     * Returns whether a failure is one that the database has reported in a certain way. Code that changes rows wraps what
     * the database says.
     */
    public static boolean isCausedBy(@Nullable Throwable failure, Predicate<SQLException> condition) {
        boolean isOne = failure instanceof SQLException cause && condition.test(cause);
        return isOne || (failure != null && isCausedBy(failure.getCause(), condition));
    }

    /** Does work as one transaction, and rolls it back if it fails. */
    public void run(Runnable work) {
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
