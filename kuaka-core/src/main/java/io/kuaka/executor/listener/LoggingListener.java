package io.kuaka.executor.listener;

import io.kuaka.graph.PlanStep;
import io.kuaka.progress.Progress;
import io.kuaka.recorder.LeaseRow;
import io.kuaka.schema.session.Blocker;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

/** Logs a line for each migration, and now and then one for long Java code, for programs without a terminal. */
public final class LoggingListener implements MigrationListener {
    private static final Logger LOG = System.getLogger("io.kuaka");
    /** Time enough that short runs log nothing more. */
    private static final Duration PACE = Duration.ofSeconds(30);

    private long logged = System.nanoTime();

    @Override
    public void waiting(LeaseRow holder) {
        LOG.log(Level.INFO, "Waiting for another run: {0}", holder.words());
    }

    @Override
    public void takenOver(LeaseRow holder) {
        LOG.log(Level.WARNING, "Taking over from a run that has ended: {0}", holder.words());
    }

    @Override
    public void blocked(PlanStep step, List<Blocker> blockers, Duration pause) {
        LOG.log(Level.WARNING, "{0} waits for a lock. Blocked by: {1}", step.key(), Blocker.words(blockers));
    }

    /** Statements say nothing until they have completed, but the rows of Java code do. */
    @Override
    public void progressed(Progress progress) {
        if (progress instanceof Progress.MigrationStarted) {
            logged = System.nanoTime();
        }
        if (progress instanceof Progress.RowsReached rows && System.nanoTime() - logged >= PACE.toNanos()) {
            logged = System.nanoTime();
            LOG.log(Level.INFO, "{0}: {1}", rows.migration(), rows.words());
        }
    }

    @Override
    public void finished(PlanStep step, Duration duration, boolean faked) {
        String verb =
                switch (step.direction()) {
                    case FORWARD -> "Applied";
                    case BACKWARD -> "Reversed";
                };
        LOG.log(Level.INFO, "{0} {1} ({2} ms)", verb, step.key(), duration.toMillis());
    }
}
