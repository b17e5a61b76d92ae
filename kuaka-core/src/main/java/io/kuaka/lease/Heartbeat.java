package io.kuaka.lease;

import io.kuaka.recorder.LeaseRow;
import io.kuaka.recorder.LeaseTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Shows on a connection of its own that a run is alive, even during a long statement.
 *
 * <p>It starts after a second, so short runs don't need the connection. It changes only the lease's row.
 */
final class Heartbeat implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(Heartbeat.class.getName());
    private static final Duration START = Duration.ofSeconds(1);

    /** What is known about the beats. */
    private enum State {
        /** They update the row. */
        REACHES,
        /** There is no connection for them, or none yet. */
        ALONE,
        /** They find that the row belongs to another run. */
        IN_DOUBT
    }

    private final LeaseTable table;
    private final LeaseRow row;
    private final LeaseTerms terms;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile State state = State.ALONE;
    private volatile String doing = "";

    private Heartbeat(LeaseTable table, LeaseRow row, LeaseTerms terms) {
        this.table = table;
        this.row = row;
        this.terms = terms;
    }

    static Heartbeat start(LeaseTable table, LeaseRow row, LeaseTerms terms) {
        Heartbeat heartbeat = new Heartbeat(table, row, terms);
        LeaseTerms.SecondConnection second = terms.second();
        if (second != null) {
            Thread thread = new Thread(() -> heartbeat.run(second), "kuaka-heartbeat");
            thread.setDaemon(true);
            thread.start();
        }
        return heartbeat;
    }

    void doing(String what) {
        doing = what;
    }

    String doing() {
        return doing;
    }

    boolean isAlone() {
        return state == State.ALONE;
    }

    boolean isInDoubt() {
        return state == State.IN_DOUBT;
    }

    /** Stops the beats; from now on the run shows by itself that it is alive. */
    void beAlone() {
        state = State.ALONE;
        close();
    }

    private void run(LeaseTerms.SecondConnection second) {
        Duration pause = START.compareTo(terms.beat()) < 0 ? START : terms.beat();
        while (state != State.IN_DOUBT && !isClosedAfter(pause)) {
            pause = terms.beat();
            try (Connection connection = second.open()) {
                beatOn(connection);
            } catch (SQLException | RuntimeException e) {
                LOGGER.log(System.Logger.Level.DEBUG, "No connection for signs of life: {0}", e.getMessage());
                state = State.ALONE;
            }
        }
    }

    private void beatOn(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        LeaseStatements statements = new LeaseStatements(table.dialect(), connection, table);
        do {
            try {
                boolean reaches =
                        statements.run(table.beat(row, doing, terms.limit().toMillis()));
                state = reaches ? State.REACHES : State.IN_DOUBT;
            } catch (SQLException e) {
                // A busy database is no reason for another connection.
                if (!table.dialect().isPassing(e)) {
                    throw e;
                }
            }
        } while (state != State.IN_DOUBT && !isClosedAfter(terms.beat()));
    }

    private boolean isClosedAfter(Duration pause) {
        try {
            return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
