package io.kuaka.migration;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Thrown when a migration uses an operation of another class that doesn't have it. */
public final class MissingOperationException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    MissingOperationException(OperationOf pointer, String reason, @Nullable Throwable cause) {
        super(
                "Operation " + (pointer.index() + 1) + " of \""
                        + pointer.migration().getName()
                        + "\" is used by a squash but isn't available: " + reason
                        + ". Restore the class as it was when it was squashed.",
                cause);
    }
}
