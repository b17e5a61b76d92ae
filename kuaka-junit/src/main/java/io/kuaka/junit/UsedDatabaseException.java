package io.kuaka.junit;

import io.kuaka.base.MigrationException;
import io.kuaka.migration.MigrationKey;
import java.io.Serial;
import java.util.Collection;

/** Thrown when a test of migrations should begin in a database that has some already. */
public final class UsedDatabaseException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    UsedDatabaseException(Collection<MigrationKey> applied) {
        super("A test of migrations begins with an empty database, and this one has "
                + (applied.size() == 1 ? "a migration" : applied.size() + " migrations")
                + " already, first " + applied.iterator().next()
                + ". Nothing was changed. Leave the database to @MigrationTest, or name an empty one.");
    }
}
