package io.kuaka.operation;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when an operation that is to be reversed is irreversible. */
public final class IrreversibleOperationException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String operation;
    private final String reason;

    /**
     * Creates the exception.
     *
     * @param operation what the operation does, in its own words
     * @param reason why it is irreversible, and the way out, as sentences
     */
    public IrreversibleOperationException(String operation, String reason) {
        this(operation, reason, "\"" + operation + "\"");
    }

    private IrreversibleOperationException(String operation, String reason, String place) {
        super("Cannot reverse " + place + ": " + reason);
        this.operation = operation;
        this.reason = reason;
    }

    /** Returns the same problem with its place, as in {@code catalog.0003_title, operation 2}. */
    @Override
    public IrreversibleOperationException at(String place) {
        return new IrreversibleOperationException(operation, reason, place + " (" + operation + ")");
    }

    /** Returns why the operation is irreversible. */
    public String reason() {
        return reason;
    }
}
