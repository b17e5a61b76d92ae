package io.kuaka.cli;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when the options of a command can't be combined. */
final class UsageException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
