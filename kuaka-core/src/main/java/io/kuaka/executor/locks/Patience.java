package io.kuaka.executor.locks;

import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.PlanStep;
import io.kuaka.lease.Lease;
import io.kuaka.schema.Sessions;
import io.kuaka.schema.session.Blocker;
import io.kuaka.schema.session.SessionLimits;
import io.kuaka.schema.session.TimeLimits;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.SqlFailedException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Repeats what didn't get a lock in time, and says who held it. */
public final class Patience implements AutoCloseable {
    private final SessionLimits limits;
    private final TimeLimits times;
    private final Lease lease;
    private final MigrationListener listener;
    private final LockWatch watch;

    /** Makes one for a run; while statements wait, it asks who holds the lock if the lease has a second connection. */
    public Patience(
            SessionLimits limits, Sessions sessions, TimeLimits times, Lease lease, MigrationListener listener) {
        this.limits = limits;
        this.times = times;
        this.lease = lease;
        this.listener = listener;
        this.watch = new LockWatch(sessions, lease, times.lock());
    }

    /**
     * Does work that leaves nothing behind if a lock isn't granted to it.
     *
     * @param attempts how often it may be done; zero means as often as the limits say
     */
    public void run(PlanStep step, int attempts, Runnable work) {
        if (times.lock().isZero()) {
            work.run();
            return;
        }
        int all = attempts == 0 ? times.attempts() : attempts;
        for (int attempt = 1; !isDone(step, attempt, all, work); attempt++) {
            lease.requireHeld();
        }
    }

    private boolean isDone(PlanStep step, int attempt, int all, Runnable work) {
        try {
            watch.during(work);
            return true;
        } catch (SqlFailedException e) {
            if (!isLockTimeout(e)) {
                throw e;
            }
            List<Blocker> blockers = watch.seen();
            Duration pause = times.pauseAfter(attempt);
            if (attempt < all) {
                listener.blocked(step, blockers, pause);
            }
            if (attempt >= all || !slept(pause)) {
                throw explained(e, blockers, attempt);
            }
            return false;
        }
    }

    private boolean isLockTimeout(SqlFailedException failure) {
        return failure.getCause() instanceof SQLException cause && limits.isLockTimeout(cause);
    }

    private static SqlFailedException explained(SqlFailedException failure, List<Blocker> blockers, int attempts) {
        String reason = failure.reason() + " The lock was held by " + Blocker.words(blockers)
                + (attempts == 1 ? "." : ". It was tried " + attempts + " times.")
                + " Wait for that session or end it, or allow more time with --lock-timeout.";
        return new SqlFailedException(
                new PlannedStatement(failure.operation(), failure.statement()), reason, failure.getCause());
    }

    /** Those that wait behind the run get their turn; not all runs come back at the same moment. */
    private static boolean slept(Duration pause) {
        try {
            long millis = pause.toMillis();
            Thread.sleep(millis + ThreadLocalRandom.current().nextLong(millis / 4 + 1));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        watch.close();
    }
}
