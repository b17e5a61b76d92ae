package io.kuaka.lease;

import io.kuaka.base.MigrationException;
import io.kuaka.recorder.LeaseRow;
import java.io.Serial;
import java.time.Duration;

/** Thrown when another run is changing the database and doesn't end in time. */
public final class LeaseHeldException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    LeaseHeldException(LeaseRow holder, Duration waited) {
        super("Another run is migrating this database: " + holder.words() + ". "
                + (waited.isZero() ? "" : "It didn't end within " + waited.toSeconds() + " seconds. ")
                + "Nothing was changed. Wait for it with --lock-wait, or check it with 'kuaka unlock'.");
    }
}
