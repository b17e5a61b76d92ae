package io.kuaka.migration;

import io.kuaka.base.MigrationException;
import io.kuaka.base.UserCode;
import java.io.Serial;

/** Thrown when an operation that isn't Kuaka's own throws something. */
public final class CustomOperationFailedException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    CustomOperationFailedException(String place, Class<?> operation, Throwable cause) {
        super(place + " failed: " + UserCode.failure(cause, operation.getName()) + ".", cause);
    }
}
