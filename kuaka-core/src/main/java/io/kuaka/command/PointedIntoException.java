package io.kuaka.command;

import io.kuaka.base.MigrationException;
import io.kuaka.migration.MigrationKey;
import java.io.Serial;

/** A migration is to be rewritten that another one takes code from, by the places of the operations. */
public final class PointedIntoException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    PointedIntoException(MigrationKey migration, MigrationKey squash) {
        super("Cannot optimize " + migration + ": " + "the squash " + squash
                + " refers to its operations by position (OperationOf). Optimize the squash instead.");
    }
}
