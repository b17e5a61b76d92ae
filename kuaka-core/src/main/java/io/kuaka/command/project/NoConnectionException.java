package io.kuaka.command.project;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.sql.SQLException;

/** Thrown when the database can't be reached, or refuses the connection. */
public final class NoConnectionException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    NoConnectionException(String dialect, SQLException cause) {
        super(
                "Can't connect to the " + dialect + " database: " + sentence(String.valueOf(cause.getMessage()))
                        + " Check the URL, user and password, and that the project depends on the driver.",
                cause);
    }

    /** Says that the settings of a database lack something. */
    public NoConnectionException(MigrationException cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }

    private static String sentence(String reason) {
        return reason.endsWith(".") ? reason : reason + ".";
    }
}
