package io.kuaka.executor;

import io.kuaka.base.MigrationException;
import io.kuaka.migration.MigrationKey;
import java.io.Serial;
import java.util.List;

/** Thrown before a migration begins that would break views, or that can't be run as long as they exist. */
public final class BrokenViewsException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient MigrationKey migration;

    BrokenViewsException(MigrationKey migration, List<String> found) {
        super(migration + " can't run, because other objects of the database use what it changes. "
                + String.join(" ", found)
                + " Drop them by a RunSql before these operations, and create them again by one after them."
                + " The migration changed nothing.");
        this.migration = migration;
    }

    /** Returns the migration. */
    public MigrationKey migration() {
        return migration;
    }
}
