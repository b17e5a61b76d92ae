package io.kuaka.data;

import io.kuaka.base.MigrationException;
import io.kuaka.base.UserCode;
import java.io.Serial;

/** Thrown when the code of a data migration throws an exception of its own; the caller adds the migration. */
public final class JavaCodeFailedException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private JavaCodeFailedException(Object code, Throwable cause) {
        super(UserCode.failure(cause, code.getClass().getName()), cause);
    }

    /** Returns what to throw when {@code code} has thrown something: errors of Kuaka's own stay as they are. */
    static MigrationException of(Object code, Throwable thrown) {
        if (thrown instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return thrown instanceof MigrationException own ? own : new JavaCodeFailedException(code, thrown);
    }
}
