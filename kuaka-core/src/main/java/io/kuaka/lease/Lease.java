package io.kuaka.lease;

import io.kuaka.recorder.Fence;
import io.kuaka.recorder.LeaseRow;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The right of one run to change a database, until it is closed or lost.
 *
 * <p>Its fence is part of each row that the run writes about itself, so a run that lost the lease can't write any: the
 * lease makes others wait, and the fence keeps the history correct.
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

    /** Returns what this run writes with. */
    public Fence fence() {
        return statements.table().fence(row);
    }

    /** Returns this run's fence. */
    public long number() {
        return row.fence();
    }

    /** Returns the identity of this run's session in the database; empty if it can't be asked for. */
    public String session() {
        return row.session();
    }

    /** Returns the terms on which it was taken. */
    public LeaseTerms terms() {
        return terms;
    }

    /** Returns who runs it. */
    public String runBy() {
        return row.runBy();
    }

    /** Sets what the run is doing, for those who wait for it. */
    public void doing(String what) {
        heartbeat.doing(what);
    }

    /**
     * Called between two statements, while no transaction is open.
     *
     * @throws LeaseLostException if the run must stop
     */
    public void requireHeld() {
        if (heartbeat.isAlone() && System.nanoTime() - lastBeat > terms.beat().toNanos()) {
            beat();
        } else if (heartbeat.isInDoubt()) {
            // The other connection may lead to another database, as with pools that choose one by thread.
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

    /** Returns whether the lease is lost, which may be the reason why a write failed. */
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

    /** Returns the exception to throw if the lease is lost. */
    public LeaseLostException lost() {
        return new LeaseLostException(heartbeat.doing());
    }

    /** Releases the lease. That isn't possible on a lost connection; others find out by themselves. */
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
