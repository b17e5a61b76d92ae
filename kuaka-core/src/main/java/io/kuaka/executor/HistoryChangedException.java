package io.kuaka.executor;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when the history isn't the one for which a plan was made. */
public final class HistoryChangedException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    HistoryChangedException() {
        super(
                "The history of the database has changed since the plan was made, so nothing was run. Make the plan again.");
    }
}
