package io.kuaka.cli;

import java.util.function.IntSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the logs of drivers and libraries off the terminal, because commands report failures themselves. With a
 * configuration of the JDK's logging, that decides.
 */
final class QuietLibraries {
    /** Kept in a field: otherwise the logger could be garbage collected, and its level with it. */
    private static final Logger OURS = Logger.getLogger("io.kuaka");

    private static final Logger ALL = Logger.getLogger("");

    private QuietLibraries() {}

    /** Runs a command and returns its exit code. */
    static int during(IntSupplier command) {
        if (System.getProperty("java.util.logging.config.file") != null) {
            return command.getAsInt();
        }
        Level before = ALL.getLevel();
        OURS.setLevel(Level.INFO);
        ALL.setLevel(Level.OFF);
        try {
            return command.getAsInt();
        } finally {
            OURS.setLevel(null);
            ALL.setLevel(before);
        }
    }
}
