package io.kuaka.tooling;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when the project's format command fails. */
public final class FormatFailedException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    FormatFailedException(String command, String what, String output) {
        super("The files are written, but the format-command \"" + command + "\" " + what + "."
                + (output.isEmpty() ? "" : " It said: " + output));
    }
}
