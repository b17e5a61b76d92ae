package io.kuaka.command;

import io.kuaka.base.MigrationException;
import io.kuaka.migration.MigrationKey;
import java.io.Serial;
import java.util.Collection;
import java.util.stream.Collectors;

/** Thrown when the latest migration of an app can't be updated. */
public final class UnsuitableUpdateException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String WAY_OUT = " Make a new one: run 'kuaka makemigrations' without --update.";

    private UnsuitableUpdateException(String message, Throwable cause) {
        super(message + WAY_OUT, cause);
    }

    private UnsuitableUpdateException(String message) {
        super(message + WAY_OUT);
    }

    static UnsuitableUpdateException noMigration(String app) {
        return new UnsuitableUpdateException("App \"" + app + "\" has no migration to update.");
    }

    static UnsuitableUpdateException squash(MigrationKey key) {
        return new UnsuitableUpdateException("Cannot update squash migration \"" + key + "\".");
    }

    static UnsuitableUpdateException applied(MigrationKey key) {
        return new UnsuitableUpdateException("Cannot update applied migration \"" + key + "\".");
    }

    static UnsuitableUpdateException applied(MigrationKey key, String where) {
        return new UnsuitableUpdateException(
                "Cannot update migration \"" + key + "\", because it is applied in " + where + ".");
    }

    static UnsuitableUpdateException dependedOn(MigrationKey key, Collection<MigrationKey> dependents) {
        return new UnsuitableUpdateException("Cannot update migration \"" + key + "\" that migrations "
                + dependents.stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(", "))
                + " depend on.");
    }

    static UnsuitableUpdateException circle(MigrationException cause) {
        return new UnsuitableUpdateException(
                "The changes can't be added to the latest migrations: " + cause.getMessage(), cause);
    }
}
