package io.kuaka.tooling.config;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when a settings file is broken; the message names the file and, if known, the line. */
public final class UnreadableSettingsException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private UnreadableSettingsException(String message) {
        super(message);
    }

    /**
     * Returns the exception for one line.
     *
     * @param line the number of the line, from 1
     */
    static UnreadableSettingsException at(String file, int line, String problem) {
        return new UnreadableSettingsException(file + ", line " + line + ": " + problem);
    }

    /** Returns the exception for a file as a whole. */
    static UnreadableSettingsException of(String file, String problem) {
        return new UnreadableSettingsException(file + ": " + problem);
    }
}
