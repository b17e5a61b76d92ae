package io.kuaka.data;

import io.kuaka.base.MigrationException;
import io.kuaka.base.UserCode;
import java.io.Serial;

/** Thrown when the code of a data migration throws an exception of its own; the caller adds the migration. */
public final class JavaCodeFailedException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    JavaCodeFailedException(Object code, Throwable cause) {
        super(UserCode.failure(cause, code.getClass().getName()), cause);
    }
}
