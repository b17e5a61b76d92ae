package io.kuaka.cli;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** The options of a command don't go together. */
final class UsageException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
