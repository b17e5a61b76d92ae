package io.kuaka.executor;

import io.kuaka.graph.PlanStep;
import io.kuaka.recorder.LeaseRow;
import io.kuaka.schema.session.Blocker;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

/** Logs a line for each migration, for programs without a terminal. */
public final class LoggingListener implements MigrationListener {
    private static final Logger LOG = System.getLogger("io.kuaka");

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
