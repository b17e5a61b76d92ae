package io.kuaka.executor;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when an atomic migration has an operation that the database refuses in a transaction. */
public final class TransactionForbiddenException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    TransactionForbiddenException(String place) {
        super(place
                + " can't run in a transaction. Put @NonAtomic on the migration's class, and move everything else"
                + " out of it. Nothing was changed.");
    }
}
