package io.kuaka.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps what drivers and libraries log from the terminal: a command says itself what failed, and drivers log passwords.
 *
 * <p>Whoever configures the JDK's logging, by {@code java.util.logging.config.file}, sees what that lets through.
 */
final class DriverLogs {
    /** Kept, for otherwise the garbage collector would take the level along with it. */
    private static final Logger OWN = Logger.getLogger("io.kuaka");

    private DriverLogs() {}

    static void silence() {
        if (System.getProperty("java.util.logging.config.file") == null) {
            OWN.setLevel(Level.INFO);
            Logger.getLogger("").setLevel(Level.OFF);
        }
    }
}
