package io.kuaka.schema;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A database refused a statement. */
public final class SqlFailedException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int operation;
    private final String statement;
    private final String reason;

    /**
     * Makes the exception for a statement of an operation.
     *
     * @param operation the operation's place in its migration, from 0
     */
    public SqlFailedException(int operation, String statement, String reason, @Nullable Throwable cause) {
        super("SQL failed: " + reason + " Statement: " + statement, cause);
        this.operation = operation;
        this.statement = statement;
        this.reason = reason;
    }

    /** Returns the operation's place in its migration, from 0. */
    public int operation() {
        return operation;
    }

    /** Returns the statement that failed. */
    public String statement() {
        return statement;
    }

    /** Returns what the database said, with a full stop at its end. */
    public String reason() {
        return reason;
    }
}
