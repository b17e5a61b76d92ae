package io.kuaka.command.project;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.sql.SQLException;

/** Thrown when the database refuses something outside migrations, such as reading its history. */
public final class DatabaseFailedException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    public DatabaseFailedException(SQLException cause) {
        super("The database reported an error: " + cause.getMessage(), cause);
    }
}
