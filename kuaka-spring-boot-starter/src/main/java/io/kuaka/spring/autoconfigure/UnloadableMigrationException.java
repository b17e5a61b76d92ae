package io.kuaka.spring.autoconfigure;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when a migration can't be named to a native image, because it can't be loaded. */
final class UnloadableMigrationException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnloadableMigrationException(String className, Throwable cause) {
        super(
                "Class \"" + className + "\" can't be loaded, so a native image can't be prepared for it: " + cause
                        + ". Check that its dependencies are on the class path, or remove the class.",
                cause);
    }
}
