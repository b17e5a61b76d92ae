package io.kuaka.executor;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when a user's SQL would begin or end a transaction inside the migration's own. */
public final class TransactionControlException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    TransactionControlException(String place, String statement) {
        super(place + " contains \"" + statement
                + "\", but the migration is one transaction, which begins and ends by itself. Remove the statement, or"
                + " put @NonAtomic on the migration's class. Nothing was changed.");
    }
}
