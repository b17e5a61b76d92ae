package io.kuaka.autodetect.question;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when the user stops at a question, to change the models first. Commands end with exit code 3. */
public final class DetectionStoppedException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Makes the exception for the question that the run stopped at. */
    public DetectionStoppedException(String question) {
        super("Stopped at a question: " + question + " No migration was written. Change the model and run again.");
    }
}
