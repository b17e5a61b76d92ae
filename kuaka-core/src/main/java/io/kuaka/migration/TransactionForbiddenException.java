package io.kuaka.migration;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when an atomic migration has an operation that can't be part of a transaction. */
public final class TransactionForbiddenException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param place the migration and the operation
     */
    public TransactionForbiddenException(String place) {
        super(place
                + " can't run in a transaction. Put @NonAtomic on the migration's class, and move everything else"
                + " out of it. Nothing was changed.");
    }
}
