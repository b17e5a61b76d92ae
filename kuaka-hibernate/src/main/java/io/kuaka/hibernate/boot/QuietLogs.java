package io.kuaka.hibernate.boot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps Hibernate from telling of its start.
 *
 * <p>Reading a model isn't starting an application: that Hibernate has no connection is intended. What really goes wrong
 * comes as an exception.
 */
public final class QuietLogs {
    private static final List<String> NAMES = List.of("org.hibernate", "org.jboss.logging");

    /** Where jboss-logging looks up which library it logs to. */
    private static final String PROVIDER = "org.jboss.logging.provider";

    private QuietLogs() {}

    /** Returns what {@code action} returns, which logs nothing. An application that runs already keeps its own ways. */
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
