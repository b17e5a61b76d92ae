package io.kuaka.loader;

import io.kuaka.base.MigrationException;
import io.kuaka.base.UserCode;
import io.kuaka.migration.MigrationKey;
import java.io.Serial;

/** Thrown when a migration fails to return its operations. */
public final class MigrationClassFailedException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient MigrationKey key;

    MigrationClassFailedException(MigrationKey key, String className, Throwable cause) {
        super(
                "Migration " + key + " failed to return its operations: " + UserCode.failure(cause, className)
                        + ". See class \"" + className + "\".",
                cause);
        this.key = key;
    }

    /** Returns the migration. */
    public MigrationKey key() {
        return key;
    }
}
