package io.kuaka.cli;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Something can't be taken back, and nobody was there to agree. */
final class UnconfirmedException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnconfirmedException(String message) {
        super(message);
    }
}
