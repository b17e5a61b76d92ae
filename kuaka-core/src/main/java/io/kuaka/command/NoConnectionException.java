package io.kuaka.command;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** The database can't be reached, or doesn't let us in. */
public final class NoConnectionException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    NoConnectionException(String dialect, String reason, Throwable cause) {
        super(
                "Can't connect to the " + dialect + " database: " + reason
                        + (reason.endsWith(".") ? "" : ".")
                        + " Check address, user and password, and that its driver is among the project's dependencies.",
                cause);
    }
}
