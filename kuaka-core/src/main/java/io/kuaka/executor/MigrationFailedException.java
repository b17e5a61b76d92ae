package io.kuaka.executor;

import io.kuaka.base.MigrationException;
import io.kuaka.migration.MigrationKey;
import java.io.Serial;

/** Thrown when a statement or the code of a migration fails. The message says in what state the database is now. */
public final class MigrationFailedException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient MigrationKey migration;
    private final String statement;

    MigrationFailedException(MigrationKey migration, String message, String statement, Throwable cause) {
        super(message, cause);
        this.migration = migration;
        this.statement = statement;
    }

    /** Returns the migration that failed. */
    public MigrationKey migration() {
        return migration;
    }

    /** Returns the statement that failed, or what represents the code. */
    public String statement() {
        return statement;
    }
}
