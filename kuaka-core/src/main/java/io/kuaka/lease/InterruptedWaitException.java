package io.kuaka.lease;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when the thread is interrupted while it waits for another run to end. */
public final class InterruptedWaitException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    InterruptedWaitException(InterruptedException cause) {
        super("The wait for another run was interrupted. Nothing was changed.", cause);
    }
}
