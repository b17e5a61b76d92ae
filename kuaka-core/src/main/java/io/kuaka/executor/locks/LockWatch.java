package io.kuaka.executor.locks;

import io.kuaka.lease.Lease;
import io.kuaka.lease.LeaseTerms.SecondConnection;
import io.kuaka.schema.Sessions;
import io.kuaka.schema.session.Blocker;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Asks on a second connection for what a run waits, because after the wait nobody knows.
 *
 * <p>It asks twice within the time of a limit, so it doesn't need the connection for what is fast.
 */
final class LockWatch implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(LockWatch.class.getName());
    private static final Duration SHORTEST_PACE = Duration.ofMillis(50);

    private final Sessions sessions;
    private final Lease lease;
    private final Duration pace;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "kuaka-lock-watch");
        thread.setDaemon(true);
        return thread;
    });
    private volatile List<Blocker> seen = List.of();

    LockWatch(Sessions sessions, Lease lease, Duration limit) {
        this.sessions = sessions;
        this.lease = lease;
        Duration part = limit.multipliedBy(2).dividedBy(5);
        this.pace = part.compareTo(SHORTEST_PACE) < 0 ? SHORTEST_PACE : part;
    }

    /** Does work that may wait for others. */
    void during(Runnable work) {
        seen = List.of();
        SecondConnection second = lease.terms().second();
        if (second == null || lease.session().isEmpty()) {
            work.run();
            return;
        }
        Future<?> questions = clock.scheduleWithFixedDelay(
                () -> ask(second), pace.toMillis(), pace.toMillis(), TimeUnit.MILLISECONDS);
        try {
            work.run();
        } finally {
            questions.cancel(false);
        }
    }

    /** Returns the sessions that the last work was seen waiting for, as far as they are known. */
    List<Blocker> seen() {
        return seen;
    }

    private void ask(SecondConnection second) {
        try (Connection connection = second.open()) {
            List<Blocker> found = sessions.blockers(connection, lease.session());
            if (!found.isEmpty()) {
                seen = found;
            }
        } catch (SQLException | RuntimeException e) {
            LOGGER.log(System.Logger.Level.DEBUG, "It is unknown who blocks this run: {0}", e.getMessage());
        }
    }

    @Override
    public void close() {
        clock.shutdown();
    }
}
