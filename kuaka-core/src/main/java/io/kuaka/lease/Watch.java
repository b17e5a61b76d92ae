package io.kuaka.lease;

import io.kuaka.recorder.LeaseRow;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Observes by its own clock whether the holder of a lease shows signs of life.
 *
 * <p>Time in which it couldn't observe, because a query waited or the machine slept, proves nothing: it starts again.
 */
final class Watch {
    private static final Duration LONGEST_GAP = Duration.ofSeconds(5);

    private @Nullable LeaseRow told;
    private @Nullable LeaseRow seen;
    private long since;
    private long last;

    /** Returns whether this holder hasn't been reported yet. */
    boolean isNew(LeaseRow holder) {
        boolean isNew = told == null || !told.owner().equals(holder.owner());
        told = holder;
        return isNew;
    }

    /** Notes that the holder is alive. */
    void begin(LeaseRow holder) {
        seen = holder;
        since = System.nanoTime();
        last = since;
    }

    /** Observes the holder, and returns whether its beat has stood still for its stated limit. */
    boolean standsStill(LeaseRow holder) {
        long now = System.nanoTime();
        boolean isSame = seen != null
                && seen.owner().equals(holder.owner())
                && seen.fence() == holder.fence()
                && seen.beat() == holder.beat();
        if (!isSame || now - last > LONGEST_GAP.toNanos()) {
            begin(holder);
        }
        last = now;
        return now - since > Duration.ofMillis(holder.limitMillis()).toNanos();
    }
}
