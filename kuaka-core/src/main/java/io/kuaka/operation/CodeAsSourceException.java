package io.kuaka.operation;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when the code of a migration would have to be written into another file; only its author can copy it. */
public final class CodeAsSourceException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    CodeAsSourceException() {
        super("The code of a RunJava can't be written as source. Copy it to the new file by hand, or mark it"
                + " elidable() if no new database needs it.");
    }
}
