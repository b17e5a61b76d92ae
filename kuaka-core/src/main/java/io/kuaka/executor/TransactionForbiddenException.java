package io.kuaka.executor;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** A migration wants to be one transaction, but has an operation that databases refuse inside of one. */
public final class TransactionForbiddenException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    TransactionForbiddenException(String place) {
        super(place
                + " can't run inside of a transaction. Put @NonAtomic on the migration's class, and leave in it only"
                + " what has to be there. Nothing was changed.");
    }
}
