package io.kuaka.lease;

import io.kuaka.recorder.LeaseRow;

/** Is told why a run doesn't begin yet. */
public interface LeaseListener {
    /** Another run holds the lease; told once for each. */
    default void waiting(LeaseRow holder) {}

    /** The run that held the lease has ended without giving it back. */
    default void takenOver(LeaseRow holder) {}
}
