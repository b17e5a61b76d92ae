package io.kuaka.command;

import io.kuaka.base.MigrationException;
import io.kuaka.migration.MigrationKey;
import java.io.Serial;

/** Thrown when a migration is to be rewritten and another one refers to its operations by position. */
public final class PointedIntoException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    PointedIntoException(MigrationKey migration, MigrationKey squash) {
        super("Cannot optimize " + migration + ": " + "the squash " + squash
                + " refers to its operations by position (OperationOf). Optimize the squash instead.");
    }
}
