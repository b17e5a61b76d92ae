package io.kuaka.lease;

import io.kuaka.recorder.LeaseRow;

/** Is notified of why a run doesn't start yet. */
public interface LeaseListener {
    /** Another run holds the lease; called once for each. */
    default void waiting(LeaseRow holder) {}

    /** The run that held the lease has ended without releasing it. */
    default void takenOver(LeaseRow holder) {}
}
