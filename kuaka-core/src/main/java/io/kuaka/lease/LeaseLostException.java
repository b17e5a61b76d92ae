package io.kuaka.lease;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when another run has taken the lease over, or somebody has ended it, so this run must stop. */
public final class LeaseLostException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    LeaseLostException(String doing) {
        super("This run no longer holds the lease of the database, so it stopped"
                + (doing.isEmpty() ? "" : " in " + doing)
                + ". Another run has taken it over, or somebody ended it with 'kuaka unlock'. What this run had recorded"
                + " stays; run migrate again.");
    }
}
