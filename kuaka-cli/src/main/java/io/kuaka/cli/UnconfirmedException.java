package io.kuaka.cli;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when something irreversible needs a confirmation, and there is no terminal to ask at. */
final class UnconfirmedException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnconfirmedException(String message) {
        super(message);
    }
}
