package io.kuaka.command.project;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when a database can only be read, for instance because it is a standby. */
public final class UnwritableDatabaseException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Makes the exception with what the database says about itself, as sentences with the way out. */
    public UnwritableDatabaseException(String reason) {
        super(reason + " Nothing was changed.");
    }
}
