package io.kuaka.tooling;

import io.kuaka.base.MigrationException;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** Thrown when an answers file can't be read, or would be overwritten with questions. Commands end with exit code 2. */
public final class UnusableAnswersException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private UnusableAnswersException(String message) {
        super(message);
    }

    private UnusableAnswersException(String message, IOException cause) {
        super(message, cause);
    }

    static UnusableAnswersException missing(Path file) {
        return new UnusableAnswersException("The answers file " + file + " does not exist.");
    }

    static UnusableAnswersException unreadable(Path file, IOException cause) {
        return new UnusableAnswersException(
                "Can't read the answers file " + file + ": " + cause.getMessage() + ".", cause);
    }

    static UnusableAnswersException exists(Path file) {
        return new UnusableAnswersException(
                "The file " + file + " already exists and may contain answers. Name another file, or delete it.");
    }
}
