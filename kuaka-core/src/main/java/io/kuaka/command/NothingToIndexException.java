package io.kuaka.command;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when an index is to be written of an application that has no migrations. */
public final class NothingToIndexException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    NothingToIndexException() {
        super(
                "There are no migrations to index, so nothing was written. Run 'kuaka makemigrations' first, and compile; in a"
                        + " project of several modules, index the one that is the application.");
    }
}
