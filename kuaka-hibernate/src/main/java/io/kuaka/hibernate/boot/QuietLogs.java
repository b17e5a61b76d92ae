package io.kuaka.hibernate.boot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps Hibernate from logging its start.
 *
 * <p>Reading a model isn't starting an application, and the missing connection is intended. Real errors are thrown as
 * exceptions.
 */
public final class QuietLogs {
    private static final List<String> NAMES = List.of("org.hibernate", "org.jboss.logging");

    /** Where jboss-logging looks up the library that it logs to. */
    private static final String PROVIDER = "org.jboss.logging.provider";

    private QuietLogs() {}

    /**
     * Runs {@code action} without logging, and returns its result. An application that is already running keeps its own
     * logging.
     */
    public static <T> T during(Supplier<T> action) {
        boolean unset = System.getProperty(PROVIDER) == null;
        if (unset) {
            System.setProperty(PROVIDER, "jdk");
        }
        Map<Logger, @Nullable Level> before = new LinkedHashMap<>();
        for (String name : NAMES) {
            Logger logger = Logger.getLogger(name);
            before.put(logger, logger.getLevel());
            logger.setLevel(Level.OFF);
        }
        try {
            return action.get();
        } finally {
            before.forEach(Logger::setLevel);
            if (unset) {
                System.clearProperty(PROVIDER);
            }
        }
    }
}
