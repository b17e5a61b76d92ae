package io.kuaka.data;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Thrown when the database refuses a statement of a data migration's models. */
public final class QueryFailedException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String statement;
    private final String reason;

    QueryFailedException(String statement, SQLException cause) {
        this(statement, sentence(cause.getMessage()), cause);
    }

    private QueryFailedException(String statement, String reason, SQLException cause) {
        super("SQL failed: " + reason + " Statement: " + statement, cause);
        this.statement = statement;
        this.reason = reason;
    }

    private static String sentence(@Nullable String message) {
        String text = String.valueOf(message).strip();
        return text.endsWith(".") ? text : text + ".";
    }

    /** Returns the statement, with question marks for its values. */
    public String statement() {
        return statement;
    }

    /** Returns the database's message, with a full stop at its end. */
    public String reason() {
        return reason;
    }
}
