package io.kuaka.tooling;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when a migration is to be written into a module that can't compile it. */
public final class UnusableModuleException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnusableModuleException(String message) {
        super(message);
    }
}
