package io.kuaka.lease;

import io.kuaka.recorder.LeaseRow;
import io.kuaka.recorder.LeaseTable;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.statement.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Runs statements on the lease's row, each in a transaction of its own. */
record LeaseStatements(Dialect dialect, Connection connection, LeaseTable table) {
    private static final int LONGEST_PAUSE_MILLIS = 200;

    /** Returns whether the statement changed the row. */
    boolean run(Sql sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql.text()) == 1;
        }
    }

    /** Repeats a statement for some time while the database is too busy for it. */
    boolean runPatiently(Sql sql, Duration patience) throws SQLException {
        long start = System.nanoTime();
        while (true) {
            try {
                return run(sql);
            } catch (SQLException e) {
                if (!dialect.isPassing(e) || System.nanoTime() - start > patience.toNanos()) {
                    throw e;
                }
                pause();
            }
        }
    }

    Optional<LeaseRow> read() throws SQLException {
        return table.read(connection);
    }

    /** Waits for a short, random time, so that runs don't collide again. */
    static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS / 4, LONGEST_PAUSE_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedWaitException(e);
        }
    }
}
