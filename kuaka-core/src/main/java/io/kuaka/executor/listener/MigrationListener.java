package io.kuaka.executor.listener;

import io.kuaka.graph.PlanStep;
import io.kuaka.lease.LeaseListener;
import io.kuaka.progress.Progress;
import io.kuaka.schema.session.Blocker;
import java.time.Duration;
import java.util.List;

/**
 * Is notified of the progress of a run.
 *
 * <p>Of migrations that are sent to the database together, each in its own transaction, it is notified when all of them
 * have ended: {@link #started} and {@link #finished} of each that was applied come then. The first that wasn't is run
 * again alone.
 */
public interface MigrationListener extends LeaseListener {
    /** A migration has started. */
    default void started(PlanStep step) {}

    /**
     * An interrupted migration resumes; called after {@link #started}.
     *
     * @param done how many of its statements need not be run again
     * @param all how many it has
     */
    default void resumed(PlanStep step, int done, int all) {}

    /** The run has reached the next point, of which there are many; called before the other methods about it. */
    default void progressed(Progress progress) {}

    /**
     * A statement of a migration didn't get its lock in time, and is tried again.
     *
     * @param blockers the sessions that hold the lock, as far as they are known
     * @param pause the time until then
     */
    default void blocked(PlanStep step, List<Blocker> blockers, Duration pause) {}

    /** A migration has succeeded, or was only recorded. */
    default void finished(PlanStep step, Duration duration, boolean faked) {}

    /** A migration was applied without something that the database doesn't support; called after {@link #finished}. */
    default void unsupported(PlanStep step, String what) {}

    /** A migration has failed; the run ends. */
    default void failed(PlanStep step) {}

    /** Returns the listener that does nothing. */
    static MigrationListener silent() {
        return new MigrationListener() {};
    }
}
