package io.kuaka.lease;

import io.kuaka.recorder.LeaseRow;

/** Is notified of why a run doesn't start yet. */
public interface LeaseListener {
    /** Another run holds the lease; called once for each. */
    default void waiting(LeaseRow holder) {}

    /**
     * Another run still holds the lease; called again and again while this one waits.
     *
     * @return whether work was done for the other run, so that the time doesn't count
     */
    default boolean helps(LeaseRow holder) {
        return false;
    }

    /** The run that held the lease has ended without releasing it. */
    default void takenOver(LeaseRow holder) {}
}
