package io.kuaka.recorder;

import io.kuaka.base.MigrationException;
import io.kuaka.migration.MigrationKey;
import java.io.Serial;

/** Thrown when the history has several rows for one migration, which its primary key forbids. */
public final class DuplicateRowException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    DuplicateRowException(String table, MigrationKey key) {
        super("The table \"" + table + "\" has several rows for " + key
                + ", so it has lost its primary key. Delete all of these rows but the oldest, and add a primary key over"
                + " (app, name).");
    }
}
