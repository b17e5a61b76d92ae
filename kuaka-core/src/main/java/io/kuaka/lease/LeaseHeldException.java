package io.kuaka.lease;

import io.kuaka.base.MigrationException;
import io.kuaka.recorder.LeaseRow;
import java.io.Serial;
import java.time.Duration;

/** Another run is changing the database, and didn't end in time. */
public final class LeaseHeldException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    LeaseHeldException(LeaseRow holder, Duration waited) {
        super("Another run is migrating this database: " + holder.words() + ". "
                + (waited.isZero() ? "" : "It didn't end within " + waited.toSeconds() + " seconds. ")
                + "Nothing was changed. Wait for it with --lock-wait, or look at it with kuaka unlock.");
    }
}
