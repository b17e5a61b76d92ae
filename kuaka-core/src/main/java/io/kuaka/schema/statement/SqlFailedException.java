package io.kuaka.schema.statement;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Thrown when a database refuses a statement, or Java code that works on it fails. */
public final class SqlFailedException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int operation;
    private final transient Statement statement;
    private final String reason;

    /**
     * Makes the exception for a statement of an operation.
     *
     * @param reason what went wrong, as sentences
     */
    public SqlFailedException(PlannedStatement failed, String reason, @Nullable Throwable cause) {
        super(subject(failed.statement()) + " failed: " + reason + of(failed.statement()), cause);
        this.operation = failed.operation();
        this.statement = failed.statement();
        this.reason = reason;
    }

    /** Returns the operation's index in its migration, from 0, or {@link PlannedStatement#NO_OPERATION}. */
    public int operation() {
        return operation;
    }

    /** Returns what failed. */
    public Statement statement() {
        return statement;
    }

    /** Returns the message of the database or the code, with a full stop at its end. */
    public String reason() {
        return reason;
    }

    /** Returns what failed and why as sentences, {@code where} being the migration and the database. */
    public String sentences(String where) {
        return subject(statement) + " failed in " + where + ": " + reason + of(statement);
    }

    private static String subject(Statement statement) {
        return statement.match(sql -> "SQL", call -> "Java code");
    }

    /** Code has no text to show. */
    private static String of(Statement statement) {
        return statement.match(sql -> " Statement: " + sql.text() + (sql.text().endsWith(".") ? "" : "."), call -> "");
    }
}
