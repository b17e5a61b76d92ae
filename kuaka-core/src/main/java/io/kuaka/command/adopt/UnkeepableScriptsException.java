package io.kuaka.command.adopt;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when the scripts of another tool can't become migrations. */
public final class UnkeepableScriptsException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnkeepableScriptsException(String reason) {
        super("The old scripts can't be kept: " + reason
                + " Adopt without --keep-scripts: the first migrations create the same tables in a new database.");
    }
}
