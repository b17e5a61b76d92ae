package io.kuaka.lease;

import io.kuaka.recorder.LeaseRow;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The right of one run to change a database, until it is closed or lost.
 *
 * <p>Its fence goes into each row that the run writes about itself, so that a run which lost the lease can't write any: the
 * lease keeps others waiting, and the fence keeps the history true.
 */
public final class Lease implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(Lease.class.getName());

    private final LeaseStatements statements;
    private final LeaseRow row;
    private final LeaseTerms terms;
    private final Heartbeat heartbeat;
    private long lastBeat = System.nanoTime();

    Lease(LeaseStatements statements, LeaseRow row, LeaseTerms terms) {
        this.statements = statements;
        this.row = row;
        this.terms = terms;
        this.heartbeat = Heartbeat.start(statements.table(), row, terms);
    }

    /** Returns SQL that gives this run's fence as long as it holds the lease, and null afterwards. */
    public String fence() {
        return statements.table().fence(row);
    }

    /** Returns the number that is this run's fence. */
    public long number() {
        return row.fence();
    }

    /** Returns who runs. */
    public String runBy() {
        return row.runBy();
    }

    /** Says what the run is doing, for those who wait for it. */
    public void doing(String what) {
        heartbeat.doing(what);
    }

    /**
     * Called between two statements, while no transaction is open.
     *
     * @throws LeaseLostException when the run mustn't go on
     */
    public void requireHeld() {
        if (heartbeat.isAlone() && System.nanoTime() - lastBeat > terms.beat().toNanos()) {
            beat();
        } else if (heartbeat.isInDoubt()) {
            // What beats on the other connection may see another database, as with pools that choose one by thread.
            heartbeat.beAlone();
            beat();
        }
    }

    private void beat() {
        lastBeat = System.nanoTime();
        try {
            if (!statements.run(statements
                    .table()
                    .beat(row, heartbeat.doing(), terms.limitAlone().toMillis()))) {
                throw new LeaseLostException(heartbeat.doing());
            }
        } catch (SQLException e) {
            LOGGER.log(System.Logger.Level.DEBUG, "No sign of life: {0}", e.getMessage());
        }
    }

    /** Returns the reason for which a write failed, if it is that the lease is lost. */
    public boolean isLost() {
        try {
            return statements
                    .read()
                    .filter(found -> found.owner().equals(row.owner()))
                    .isEmpty();
        } catch (SQLException e) {
            return false;
        }
    }

    /** Returns what is to be thrown when the lease is lost. */
    public LeaseLostException lost() {
        return new LeaseLostException(heartbeat.doing());
    }

    /** Gives the lease back. On a lost connection that isn't possible; others find out by themselves. */
    @Override
    public void close() {
        heartbeat.close();
        try {
            statements.runPatiently(statements.table().release(row), Duration.ofSeconds(5));
        } catch (SQLException e) {
            LOGGER.log(System.Logger.Level.DEBUG, "The lease could not be given back: {0}", e.getMessage());
        }
    }
}
