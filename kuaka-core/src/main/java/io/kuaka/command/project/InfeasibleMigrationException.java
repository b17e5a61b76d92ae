package io.kuaka.command.project;

import io.kuaka.base.MigrationException;
import io.kuaka.migration.MigrationKey;
import java.io.Serial;
import java.util.List;

/**
 * Thrown when a migration that makemigrations found can't run on the project's databases, before anything is written.
 */
public final class InfeasibleMigrationException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final MigrationKey migration;

    InfeasibleMigrationException(MigrationKey migration, List<String> databases, MigrationException reason) {
        super(
                "No migration was written: " + migration + " could not run on " + String.join(", ", databases) + ". "
                        + reason.getMessage(),
                reason);
        this.migration = migration;
    }

    /** Returns the migration. */
    public MigrationKey migration() {
        return migration;
    }
}
