package io.kuaka.operation;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Java code was to be written into another migration file, which only its author can do. */
public final class CodeAsSourceException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    CodeAsSourceException() {
        super("The code of a RunJava can't be written as source. Copy it to the new file by hand, or mark it"
                + " elidable() if no new database needs it.");
    }
}
