package io.kuaka.autodetect.question;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** A line of an answers file can't be understood. */
public final class UnreadableAnswerException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnreadableAnswerException(String line, String wayOut) {
        super("Invalid answer \"" + line + "\": " + wayOut + ".");
    }
}
