package io.kuaka.autodetect.question;

import io.kuaka.base.MigrationException;
import io.kuaka.state.Field;
import java.io.Serial;

/** Thrown when an answer can't be read or used. */
public final class UnreadableAnswerException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnreadableAnswerException(String line, String wayOut) {
        this("Invalid answer \"" + line + "\": " + wayOut + ".");
    }

    private UnreadableAnswerException(String message) {
        super(message);
    }

    static UnreadableAnswerException repeated(String line, Field field) {
        return new UnreadableAnswerException("Invalid answer \"" + line + "\": it gives all rows one value, but \""
                + field.name() + "\" is unique: write sql and an expression that differs from row to row, as in"
                + " sql 'x' || id.");
    }
}
